import { Injectable } from '@nestjs/common';
import { type Actor, requireBranch } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { TAG_MALFORMED } from '../../devices/device.refusals.js';
import { readTag } from '../../devices/tag.js';
import { momentIn } from '../../known/known.js';
import { devicesOf, keepTransfer, transferFor } from '../keep-transfer.js';
import { takeIn } from '../take-in.js';
import { EquipmentTransfer } from '../transfer.entity.js';
import { ALREADY_ARRIVED, TAG_NOT_EXPECTED } from '../transfer.refusals.js';

/** A device that is unpacked. */
export interface Arrival {
  id: string;
  tag: string;
}

@Injectable()
export class ScanTransferredDevice {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: Arrival, actor: Actor): Promise<EquipmentTransfer> {
    return this.db.command(actor, EquipmentTransfer, async (tx) => {
      const transfer = await transferFor(tx, input.id);
      requireBranch(actor, transfer.toBranch);
      const tag = readTag(input.tag)?.text;
      if (tag === undefined) throw TAG_MALFORMED({}, 'input.tag');
      const lines = await devicesOf(tx, transfer.id);
      const line = lines.find((one) => one.tag === tag);
      // Said before the state is looked at: whoever scans the last one twice learns that it is there.
      if (line?.arrivedAt != null) throw ALREADY_ARRIVED({ tag }, 'input.tag');
      transfer.from('SHIPPED');
      if (!line) throw TAG_NOT_EXPECTED({ tag }, 'input.tag');
      const moment = await momentIn(tx, transfer.toBranch, this.clock.now());
      const events = await takeIn(tx, line, moment, this.ids, actor);
      const left = lines.filter((one) => one.arrivedAt === null).length - 1;
      const announced = transfer.arrived(line.deviceId, left, moment);
      await keepTransfer(tx, transfer);
      await this.outbox.add(tx, [...announced, ...events], actor);
      return transfer;
    });
  }
}
