import { Injectable } from '@nestjs/common';
import { type Actor, branchOf } from '#access';
import { NOT_FOUND } from '#errors';
import type { EquipmentType } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, refusing } from '#persistence';
import { Lot } from '../../donations/lot.entity.js';
import { momentIn } from '../../known/known.js';
import { claimTag } from '../claim-tag.js';
import { Device } from '../device.entity.js';
import { IMEI_TAKEN } from '../device.refusals.js';

import { checkedSpecs, type DeviceSpecsInput } from '../device-specs.js';
import { addStep } from '../keep-device.js';
import { receive } from '../receive.js';

/** What came in. */
export interface DeviceReceipt {
  branch?: string | null | undefined;
  tag?: string | null | undefined;
  type?: EquipmentType | null | undefined;
  specs?: DeviceSpecsInput | null | undefined;
  lotId?: string | null | undefined;
}

@Injectable()
export class ReceiveDevice {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: DeviceReceipt, actor: Actor): Promise<Device> {
    return this.db.command(actor, Device, async (tx) => {
      const branch = branchOf(actor, input.branch);
      const specs = checkedSpecs(input.specs);
      const moment = await momentIn(tx, branch, this.clock.now());
      const lot = input.lotId == null ? null : await tx.findOneBy(Lot, { id: input.lotId, branch });
      if (input.lotId != null && !lot) throw NOT_FOUND({ what: 'Lot', whatEn: 'Lot' }, 'input.lotId');
      const id = this.ids.next();
      const tag = await claimTag(tx, input, { id, branch }, moment.day);
      const known = { id, branch, tag: tag.text, type: tag.type, specs, lotId: lot?.id ?? null };
      const { device, step, events } = receive(known, moment);
      await refusing({ device_imei_once: () => IMEI_TAKEN({}, 'input.specs.imei') }, () => tx.insert(Device, device));
      await addStep(tx, device, { ...step, reason: lot?.code ?? null }, this.ids, actor, moment.now);
      await this.outbox.add(tx, events, actor);
      return device;
    });
  }
}
