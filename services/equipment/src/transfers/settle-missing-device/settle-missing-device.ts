import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { type Fact, MissingDeviceSettled, type MissingOutcome } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, type Tx } from '#persistence';
import { type Moment, momentIn } from '../../known/known.js';
import { keepTransfer } from '../keep-transfer.js';
import { missingFor } from '../missing-for.js';
import { endJourney, takeIn } from '../take-in.js';
import { EquipmentTransfer } from '../transfer.entity.js';
import { NOTHING_PROPOSED } from '../transfer.refusals.js';
import { TransferDevice } from '../transfer-device.entity.js';

/** A missing device whose explanation is approved. */
export interface Settlement {
  id: string;
  tag: string;
}

@Injectable()
export class SettleMissingDevice {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: Settlement, actor: Actor): Promise<EquipmentTransfer> {
    return this.db.command(actor, EquipmentTransfer, async (tx) => {
      const { transfer, line, others } = await missingFor(tx, input.id, input.tag);
      const outcome = line.proposed;
      if (outcome === null) throw NOTHING_PROPOSED({ tag: line.tag }, 'input.tag');
      const branch = outcome === 'FOUND' ? transfer.toBranch : transfer.fromBranch;
      const moment = await momentIn(tx, branch, this.clock.now());
      const events = await this.settle(tx, line, outcome, moment, actor);
      if (others === 0) transfer.state = 'RECEIVED';
      await keepTransfer(tx, transfer);
      const about = { deviceId: line.deviceId, outcome, settled: others === 0 };
      const announced = transfer.says(MissingDeviceSettled, moment, branch, about);
      await this.outbox.add(tx, [announced, ...events], actor);
      return transfer;
    });
  }

  /** Found, it is the receiving branch's; sent back, the other's; lost, it stays in the books of the branch that sent it. */
  private async settle(
    tx: Tx,
    line: TransferDevice,
    outcome: MissingOutcome,
    moment: Moment,
    actor: Actor,
  ): Promise<Fact[]> {
    const settled = { settledAt: moment.now };
    if (outcome === 'FOUND') {
      await tx.update(TransferDevice, { id: line.id }, settled);
      return takeIn(tx, line, moment, this.ids, actor);
    }
    await tx.update(TransferDevice, { id: line.id }, { ...settled, outcome });
    return endJourney(tx, line, outcome === 'LOST' ? 'LOST' : line.stateBefore, moment, this.ids, actor);
  }
}
