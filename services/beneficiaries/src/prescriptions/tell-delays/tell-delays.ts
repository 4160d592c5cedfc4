import { Injectable } from '@nestjs/common';
import { lockAggregate, Outbox } from '#messaging';
import { Clock, Database } from '#persistence';
import { momentIn } from '../../beneficiaries/beneficiary-record.js';
import { ANSWER_WITHIN_DAYS, Prescription } from '../prescription.entity.js';

const AT_ONCE = 50;

/**
 * Announces each prescription that has waited for longer than the network promises, once: that it was told stands in its row,
 * written in the transaction that tells it. Whoever dies in between tells it when they are back.
 */
@Injectable()
export class TellDelays {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** How many were told. */
  async execute(): Promise<number> {
    const rows: { id: string }[] = await this.db.look((tx) =>
      tx.query(
        `SELECT p.id FROM prescription p JOIN known_branch k USING (branch)
         WHERE p.state = 'PENDING' AND p.delay_told_on IS NULL AND p.consent_withdrawn_at IS NULL
           AND p.received_on < ($1::timestamptz AT TIME ZONE k.zone)::date - ${ANSWER_WITHIN_DAYS}
           AND p.consent_until >= ($1::timestamptz AT TIME ZONE k.zone)::date
         ORDER BY p.received_on, p.id LIMIT ${AT_ONCE}`,
        [this.clock.now()],
      ),
    );
    let told = 0;
    for (const { id } of rows) told += await this.tell(id);
    return told;
  }

  private tell(id: string): Promise<number> {
    return this.db.work(async (tx) => {
      await lockAggregate(tx, 'beneficiaries.prescriptions', id);
      // Read again under the lock: it may have been answered, or told, meanwhile.
      const prescription = await tx.findOneByOrFail(Prescription, { id });
      const events = prescription.tellDelay(await momentIn(tx, prescription.branch, this.clock));
      await tx.update(Prescription, { id }, { delayToldOn: prescription.delayToldOn });
      await this.outbox.add(tx, events);
      return events.length;
    });
  }
}
