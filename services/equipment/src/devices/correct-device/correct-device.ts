import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { requireReason } from '#errors';
import type { EquipmentType, Grade } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { recordCorrection } from '../../corrections/record-correction.js';
import { momentIn } from '../../known/known.js';
import { Device } from '../device.entity.js';
import { correct } from '../device-acts.js';
import { checkedSpecs, type DeviceSpecsInput } from '../device-specs.js';
import { deviceFor, keepDevice } from '../keep-device.js';

/** A mistake in a device's record, and what is right. */
export interface DeviceCorrection {
  id: string;
  type?: EquipmentType | null | undefined;
  grade?: Grade | null | undefined;
  specs?: DeviceSpecsInput | null | undefined;
  reason: string;
  expectedVersion?: number | null | undefined;
}

@Injectable()
export class CorrectDevice {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: DeviceCorrection, actor: Actor): Promise<Device> {
    return this.db.command(actor, Device, async (tx) => {
      const reason = requireReason(input.reason);
      const device = await deviceFor(tx, input.id, input.expectedVersion);
      const moment = await momentIn(tx, device.branch, this.clock.now());
      const mended = {
        ...checkedSpecs(input.specs),
        ...(input.type == null ? {} : { type: input.type }),
        ...(input.grade == null ? {} : { grade: input.grade }),
      };
      const { step, events } = correct(device, mended, reason, moment);
      await keepDevice(tx, device, step, this.ids, actor, moment.now);
      await recordCorrection(
        tx,
        {
          id: this.ids.next(),
          branch: device.branch,
          subjectKind: 'DEVICE',
          subjectId: device.id,
          what: `${step.before} → ${step.after}`,
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
