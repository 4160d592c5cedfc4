import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { requireReason } from '#errors';
import type { MissingOutcome } from '#events';
import { Database } from '#persistence';
import { missingFor } from '../missing-for.js';
import { EquipmentTransfer } from '../transfer.entity.js';
import { TransferDevice } from '../transfer-device.entity.js';

/** What a branch says became of a device that did not arrive. */
export interface Explanation {
  id: string;
  tag: string;
  outcome: MissingOutcome;
  reason: string;
}

/** Either branch may say it, and say it anew: nothing moves until the coordination approves. */
@Injectable()
export class ExplainMissingDevice {
  constructor(private readonly db: Database) {}

  execute(input: Explanation, actor: Actor): Promise<EquipmentTransfer> {
    return this.db.command(actor, EquipmentTransfer, async (tx) => {
      const proposedReason = requireReason(input.reason);
      const { transfer, line } = await missingFor(tx, input.id, input.tag);
      await tx.update(TransferDevice, { id: line.id }, { proposed: input.outcome, proposedReason });
      return transfer;
    });
  }
}
