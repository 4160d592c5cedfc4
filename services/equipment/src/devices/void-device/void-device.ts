import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { requireReason } from '#errors';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { recordCorrection } from '../../corrections/record-correction.js';
import { momentIn } from '../../known/known.js';
import { Device } from '../device.entity.js';
import { CAME_BY_TRANSFER, DEVICE_PROMISED, DEVICE_UNDER_WAY, DEVICE_WAS_SOLD } from '../device.refusals.js';
import { takeOut } from '../device-acts.js';
import { deviceFor, keepDevice } from '../keep-device.js';

/** A device that should not be in the books. */
export interface DeviceVoid {
  id: string;
  reason: string;
  expectedVersion?: number | null | undefined;
}

@Injectable()
export class VoidDevice {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: DeviceVoid, actor: Actor): Promise<Device> {
    return this.db.command(actor, Device, async (tx) => {
      const reason = requireReason(input.reason);
      const device = await deviceFor(tx, input.id, input.expectedVersion);
      const [sold]: unknown[] = await tx.query('SELECT 1 FROM sold_device WHERE device_id = $1', [device.id]);
      if (sold) throw DEVICE_WAS_SOLD({}, 'input.id');
      if (device.receivedIn !== device.branch) throw CAME_BY_TRANSFER({}, 'input.id');
      if (device.state === 'RESERVED' || device.state === 'LOANED')
        throw DEVICE_PROMISED({ tag: device.tag }, 'input.id');
      if (device.boundFor !== null) throw DEVICE_UNDER_WAY({ tag: device.tag }, 'input.id');
      const moment = await momentIn(tx, device.branch, this.clock.now());
      const { step, events } = takeOut(device, reason, moment);
      await keepDevice(tx, device, step, this.ids, actor, moment.now);
      // Its label may now go to the device that it was meant for.
      await tx.query('DELETE FROM device_tag WHERE device_id = $1', [device.id]);
      await recordCorrection(
        tx,
        {
          id: this.ids.next(),
          branch: device.branch,
          subjectKind: 'DEVICE',
          subjectId: device.id,
          what: 'VOIDED',
          reason,
          at: moment.now,
        },
        actor,
      );
      await this.outbox.add(tx, events, actor);
      return device;
    });
  }
}
