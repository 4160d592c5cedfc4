import { Injectable } from '@nestjs/common';
import { EnrolmentCancelled, EnrolmentConfirmed, SessionCancelled, SessionChanged, SessionScheduled } from '#events';
import { On } from '#messaging';
import { Clock, Ids, type Tx } from '#persistence';
import type { NoticeKind } from '../notice.entity.js';
import { planNotice } from '../plan-notice.js';

interface Seat {
  readonly enrolment_id: string;
  readonly beneficiary_id: string;
}

/** Keeps who has a seat when, and puts down what they are to be told when that changes. */
@Injectable()
export class WhenSeatChanged {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  @On(SessionScheduled)
  async scheduled({ branch, data }: SessionScheduled, tx: Tx): Promise<void> {
    const { sessionId, after } = data;
    await tx.query(
      `INSERT INTO known_session (session_id, branch, starts_at, ends_at, themes, plan_version) VALUES ($1, $2, $3, $4, $5, 0)
       ON CONFLICT DO NOTHING`,
      [sessionId, branch, after.startsAt, after.endsAt, after.themes],
    );
  }

  @On(SessionChanged)
  async changed(event: SessionChanged, tx: Tx): Promise<void> {
    const { sessionId, before, after } = event.data;
    await tx.query(
      `UPDATE known_session SET starts_at = $2, ends_at = $3, themes = $4, plan_version = plan_version + 1 WHERE session_id = $1`,
      [sessionId, after.startsAt, after.endsAt, after.themes],
    );
    const moved =
      before.startsAt !== after.startsAt || before.endsAt !== after.endsAt || before.placeId !== after.placeId;
    if (moved) await this.tellAll(tx, event, 'CHANGE');
  }

  @On(SessionCancelled)
  async cancelled(event: SessionCancelled, tx: Tx): Promise<void> {
    await tx.query('UPDATE known_session SET cancelled = true, plan_version = plan_version + 1 WHERE session_id = $1', [
      event.data.sessionId,
    ]);
    await this.tellAll(tx, event, 'CANCELLATION');
  }

  @On(EnrolmentConfirmed)
  async confirmed(event: EnrolmentConfirmed, tx: Tx): Promise<void> {
    const { enrolmentId, sessionId, beneficiaryId } = event.data;
    const { branch, occurredAt } = event;
    await tx.query(
      `INSERT INTO known_seat (enrolment_id, session_id, beneficiary_id, branch, confirmed_at)
       SELECT $1, s.session_id, b.id, $4, $5 FROM known_session s, beneficiary b
       WHERE s.session_id = $2 AND b.id = $3 AND b.erased_at IS NULL ON CONFLICT DO NOTHING`,
      [enrolmentId, sessionId, beneficiaryId, branch, occurredAt],
    );
    await this.tell(tx, event, 'CONFIRMATION', { enrolment_id: enrolmentId, beneficiary_id: beneficiaryId });
  }

  @On(EnrolmentCancelled)
  async givenBack(event: EnrolmentCancelled, tx: Tx): Promise<void> {
    const { enrolmentId, beneficiaryId } = event.data;
    await tx.query('UPDATE known_seat SET cancelled = true WHERE enrolment_id = $1', [enrolmentId]);
    await this.tell(tx, event, 'CANCELLATION', { enrolment_id: enrolmentId, beneficiary_id: beneficiaryId });
  }

  private async tellAll(tx: Tx, event: SessionChanged | SessionCancelled, kind: NoticeKind): Promise<void> {
    const seats: Seat[] = await tx.query(
      'SELECT enrolment_id, beneficiary_id FROM known_seat WHERE session_id = $1 AND NOT cancelled ORDER BY beneficiary_id',
      [event.data.sessionId],
    );
    for (const seat of seats) await this.tell(tx, event, kind, seat);
  }

  /** Of a session that is over there is nothing to tell: one recorded after the fact, or an attendance mended later. */
  private async tell(
    tx: Tx,
    { branch, occurredAt, data }: SessionChanged | SessionCancelled | EnrolmentConfirmed | EnrolmentCancelled,
    kind: NoticeKind,
    seat: Seat,
  ): Promise<void> {
    const now = this.clock.now();
    const [toCome]: unknown[] = await tx.query('SELECT 1 FROM known_session WHERE session_id = $1 AND starts_at > $2', [
      data.sessionId,
      now,
    ]);
    if (!toCome || branch === null) return;
    await planNotice(
      tx,
      this.ids,
      {
        kind,
        branch,
        beneficiaryId: seat.beneficiary_id,
        happenedAt: occurredAt,
        sessionId: data.sessionId,
        enrolmentId: seat.enrolment_id,
      },
      now,
    );
  }
}
