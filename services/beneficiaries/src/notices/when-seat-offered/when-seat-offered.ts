import { Injectable } from '@nestjs/common';
import { OfferAccepted, OfferDeclined, OfferLapsed, SeatOffered, WaitlistEntryEnded } from '#events';
import { On } from '#messaging';
import { Clock, Ids, type Tx } from '#persistence';
import { planNotice } from '../plan-notice.js';

/** Tells whoever waited of the seat they are offered; an offer that is over before that is not told any more. */
@Injectable()
export class WhenSeatOffered {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  @On(SeatOffered)
  async offered({ branch, occurredAt, data }: SeatOffered, tx: Tx): Promise<void> {
    if (branch === null) return;
    const { beneficiaryId, offerId, offeredUntil, sessionIds } = data;
    const offer = { id: offerId, until: new Date(offeredUntil) };
    const toTell = { kind: 'OFFER', branch, beneficiaryId, happenedAt: occurredAt, enrolmentId: null, offer } as const;
    for (const sessionId of sessionIds) await planNotice(tx, this.ids, { ...toTell, sessionId }, this.clock.now());
  }

  @On(OfferAccepted)
  accepted({ data }: OfferAccepted, tx: Tx): Promise<void> {
    return this.over(tx, data.offerId);
  }

  @On(OfferDeclined)
  declined({ data }: OfferDeclined, tx: Tx): Promise<void> {
    return this.over(tx, data.offerId);
  }

  @On(OfferLapsed)
  lapsed({ data }: OfferLapsed, tx: Tx): Promise<void> {
    return this.over(tx, data.offerId);
  }

  /** Whoever leaves the line loses the offer that runs with it. */
  @On(WaitlistEntryEnded)
  async ended({ data }: WaitlistEntryEnded, tx: Tx): Promise<void> {
    await tx.query(
      `UPDATE notice n SET state = 'HELD_BACK', why = 'OVER' WHERE n.beneficiary_id = $1 AND n.kind = 'OFFER' AND n.state = 'WAITING'
         AND EXISTS (SELECT FROM notice_session s WHERE s.notice_id = n.id AND s.session_id = $2)`,
      [data.beneficiaryId, data.sessionId],
    );
  }

  private async over(tx: Tx, offerId: string): Promise<void> {
    await tx.query(`UPDATE notice SET state = 'HELD_BACK', why = 'OVER' WHERE offer_id = $1 AND state = 'WAITING'`, [
      offerId,
    ]);
  }
}
