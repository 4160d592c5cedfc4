import { Injectable } from '@nestjs/common';
import { type Actor, requireBranch } from '#access';
import { requireReason } from '#errors';
import { Outbox } from '#messaging';
import { Clock, Database } from '#persistence';
import { momentIn } from '../../known/known.js';
import { keepTransfer, transferFor } from '../keep-transfer.js';
import { EquipmentTransfer } from '../transfer.entity.js';

/** A request that is no longer wanted. */
export interface TransferCancellation {
  id: string;
  reason: string;
  expectedVersion?: number | null | undefined;
}

@Injectable()
export class CancelTransfer {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  execute(input: TransferCancellation, actor: Actor): Promise<EquipmentTransfer> {
    return this.db.command(actor, EquipmentTransfer, async (tx) => {
      const reason = requireReason(input.reason);
      const transfer = await transferFor(tx, input.id, input.expectedVersion);
      requireBranch(actor, transfer.toBranch);
      const moment = await momentIn(tx, transfer.toBranch, this.clock.now());
      const events = transfer.cancel(reason, moment);
      await keepTransfer(tx, transfer);
      await this.outbox.add(tx, events, actor);
      return transfer;
    });
  }
}
