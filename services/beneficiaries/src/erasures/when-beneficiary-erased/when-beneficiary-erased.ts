import { Injectable } from '@nestjs/common';
import { BeneficiaryErased, happened } from '#events';
import { lockAggregates, On, Outbox } from '#messaging';
import { Clock, type Tx } from '#persistence';
import { momentIn } from '../../beneficiaries/beneficiary-record.js';
import { eraseRecord } from '../erase-record.js';

/**
 * This service's own journal of erasures, read back: tables restored from before an erasure erase again whom they brought back.
 * It is read to its end before the service opens. Usually there is nothing left to do.
 */
@Injectable()
export class WhenBeneficiaryErased {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  @On(BeneficiaryErased)
  async erased(event: BeneficiaryErased, tx: Tx): Promise<void> {
    const { beneficiaryId, ground } = event.data;
    const branch = event.branch ?? '--';
    await eraseRecord(tx, { beneficiaryId, branch, ground, erasedAt: event.occurredAt, erasedBy: null });
    // Whose time is over goes record by record, all of them at the same time: they share their last contact.
    if (ground !== 'RETENTION_ENDED') await this.eraseOtherRecords(tx, beneficiaryId, ground);
  }

  /** Whoever asks to be erased is erased whole, whichever branches know them. */
  private async eraseOtherRecords(tx: Tx, erased: string, ground: BeneficiaryErased['data']['ground']): Promise<void> {
    const others: { id: string; branch: string }[] = await tx.query(
      `SELECT b.id, b.branch FROM same_person($1) AS one(id) JOIN beneficiary b USING (id)
       WHERE b.id <> $1 AND b.erased_at IS NULL ORDER BY b.id`,
      [erased],
    );
    await lockAggregates(
      tx,
      'beneficiaries.people',
      others.map(({ id }) => id),
    );
    for (const { id: beneficiaryId, branch } of others) {
      const { now, today } = await momentIn(tx, branch, this.clock);
      await eraseRecord(tx, { beneficiaryId, branch, ground, erasedAt: now, erasedBy: null });
      const data = { beneficiaryId, occurredOn: today, ground };
      await this.outbox.add(tx, [happened(BeneficiaryErased, { branch, at: now, data })]);
    }
  }
}
