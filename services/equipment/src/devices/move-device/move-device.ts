import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { optionalText } from '#errors';
import type { EquipmentState } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { momentIn } from '../../known/known.js';
import { Device } from '../device.entity.js';
import { move } from '../device-acts.js';
import { deviceFor, keepDevice } from '../keep-device.js';

/** Where a device goes next in its life. */
export interface Move {
  id: string;
  state: EquipmentState;
  reason?: string | null | undefined;
  expectedVersion?: number | null | undefined;
}

@Injectable()
export class MoveDevice {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: Move, actor: Actor): Promise<Device> {
    return this.db.command(actor, Device, async (tx) => {
      const device = await deviceFor(tx, input.id, input.expectedVersion);
      const moment = await momentIn(tx, device.branch, this.clock.now());
      const reason = optionalText(input.reason, 'input.reason', { max: 500 });
      const { step, events } = move(device, input.state, reason, moment);
      await keepDevice(tx, device, step, this.ids, actor, moment.now);
      await this.outbox.add(tx, events, actor);
      return device;
    });
  }
}
