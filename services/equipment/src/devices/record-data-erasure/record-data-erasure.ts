import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { optionalText } from '#errors';
import type { DataErasureMethod } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { momentIn } from '../../known/known.js';
import { Device } from '../device.entity.js';
import { recordErasure } from '../device-acts.js';
import { deviceFor, keepDevice } from '../keep-device.js';

/** What was done about the data on a device. */
export interface ErasureDone {
  id: string;
  method: DataErasureMethod;
  proof?: string | null | undefined;
  expectedVersion?: number | null | undefined;
}

@Injectable()
export class RecordDataErasure {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: ErasureDone, actor: Actor): Promise<Device> {
    return this.db.command(actor, Device, async (tx) => {
      const device = await deviceFor(tx, input.id, input.expectedVersion);
      const moment = await momentIn(tx, device.branch, this.clock.now());
      const proof = optionalText(input.proof, 'input.proof', { max: 120 });
      const { step, events } = recordErasure(device, { method: input.method, proof, by: actor.subject }, moment);
      await keepDevice(tx, device, step, this.ids, actor, moment.now);
      await this.outbox.add(tx, events, actor);
      return device;
    });
  }
}
