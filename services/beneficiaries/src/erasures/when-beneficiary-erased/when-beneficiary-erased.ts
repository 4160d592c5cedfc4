import { Injectable } from '@nestjs/common';
import { BeneficiaryErased } from '#events';
import { On } from '#messaging';
import type { Tx } from '#persistence';
import { eraseRecord } from '../erase-record.js';

/**
 * This service's own journal of erasures, read back: tables restored from before an erasure erase again whom they brought back.
 * It is read to its end before the service opens. Usually there is nothing left to do.
 */
@Injectable()
export class WhenBeneficiaryErased {
  @On(BeneficiaryErased)
  async erased(event: BeneficiaryErased, tx: Tx): Promise<void> {
    const { beneficiaryId, ground } = event.data;
    const branch = event.branch ?? '--';
    await eraseRecord(tx, { beneficiaryId, branch, ground, erasedAt: event.occurredAt, erasedBy: null });
  }
}
