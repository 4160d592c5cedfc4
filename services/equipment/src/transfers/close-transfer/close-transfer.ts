import { Injectable } from '@nestjs/common';
import { type Actor, requireBranch } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database } from '#persistence';
import { momentIn } from '../../known/known.js';
import { devicesOf, keepTransfer, transferFor } from '../keep-transfer.js';
import { EquipmentTransfer } from '../transfer.entity.js';

/** A transfer of which nothing more will be scanned. */
export interface TransferClosing {
  id: string;
  expectedVersion?: number | null | undefined;
}

@Injectable()
export class CloseTransfer {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  execute(input: TransferClosing, actor: Actor): Promise<EquipmentTransfer> {
    return this.db.command(actor, EquipmentTransfer, async (tx) => {
      const transfer = await transferFor(tx, input.id, input.expectedVersion);
      requireBranch(actor, transfer.toBranch);
      const moment = await momentIn(tx, transfer.toBranch, this.clock.now());
      const lines = await devicesOf(tx, transfer.id);
      const missing = lines.filter((line) => line.arrivedAt === null).map((line) => line.deviceId);
      const events = transfer.close(missing, moment);
      await keepTransfer(tx, transfer);
      await this.outbox.add(tx, events, actor);
      return transfer;
    });
  }
}
