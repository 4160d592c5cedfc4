import { Injectable } from '@nestjs/common';
import { type Actor, requireBranch } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database } from '#persistence';
import { momentIn } from '../../known/known.js';
import { keepTransfer, transferFor } from '../keep-transfer.js';
import { EquipmentTransfer } from '../transfer.entity.js';

/** How many of each line will be sent. */
export interface Acceptance {
  id: string;
  accepted: number[];
  expectedVersion?: number | null | undefined;
}

@Injectable()
export class AcceptTransfer {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  execute(input: Acceptance, actor: Actor): Promise<EquipmentTransfer> {
    return this.db.command(actor, EquipmentTransfer, async (tx) => {
      const transfer = await transferFor(tx, input.id, input.expectedVersion);
      requireBranch(actor, transfer.fromBranch);
      const moment = await momentIn(tx, transfer.fromBranch, this.clock.now());
      const events = transfer.accept(input.accepted, moment);
      await keepTransfer(tx, transfer);
      await this.outbox.add(tx, events, actor);
      return transfer;
    });
  }
}
