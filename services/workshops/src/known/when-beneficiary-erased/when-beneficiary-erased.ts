import { Injectable } from '@nestjs/common';
import { BeneficiaryErased, happened, PersonPurgedByWorkshops } from '#events';
import { On, Outbox } from '#messaging';
import { Clock, type Tx } from '#persistence';

/**
 * Lets go of what describes a person who was erased: their classes, and what somebody wrote of their acts. Acts and seats stay, with
 * the classes they were counted by, under an id that leads to nobody: no figure moves.
 */
@Injectable()
export class WhenBeneficiaryErased {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  @On(BeneficiaryErased)
  async erased(event: BeneficiaryErased, tx: Tx): Promise<void> {
    const { beneficiaryId } = event.data;
    // The enrolment may still be on its way, on another topic: the mark is there before it.
    await tx.query(
      `INSERT INTO known_person (beneficiary_id, branch, voided, erased) VALUES ($1, $2, true, true)
       ON CONFLICT (beneficiary_id) DO UPDATE SET voided = true, erased = true`,
      [beneficiaryId, event.branch],
    );
    // An offer of theirs is over at once: the clockwork hands its seats on.
    await tx.query(
      `UPDATE waitlist_entry
       SET state = CASE state WHEN 'OFFERED' THEN 'OFFERED' ELSE 'CANCELLED' END, offered_until = $2, ended_because = 'ERASED'
       WHERE beneficiary_id = $1 AND state IN ('WAITLISTED', 'OFFERED')`,
      [beneficiaryId, this.clock.now()],
    );
    const [removed]: { classes: number; texts: number }[] = await tx.query(
      `WITH classes AS (DELETE FROM person_class WHERE beneficiary_id = $1 RETURNING 1),
       texts AS (
        UPDATE correction SET reason = ''
        WHERE reason <> '' AND subject_id IN (
          SELECT id FROM support_act WHERE beneficiary_id = $1 UNION ALL SELECT id FROM enrolment WHERE beneficiary_id = $1)
        RETURNING 1)
       SELECT (SELECT count(*)::int FROM classes) AS classes, (SELECT count(*)::int FROM texts) AS texts`,
      [beneficiaryId],
    );
    const data = {
      beneficiaryId,
      removed: [
        { what: 'classes', count: removed?.classes ?? 0 },
        { what: 'reasons of corrections', count: removed?.texts ?? 0 },
      ],
    };
    const purged = happened(PersonPurgedByWorkshops, { branch: event.branch, at: this.clock.now(), data });
    await this.outbox.add(tx, [purged]);
  }
}
