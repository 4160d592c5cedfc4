import { Injectable } from '@nestjs/common';
import { BeneficiaryErased, type Fact, happened, PersonPurgedByEquipment } from '#events';
import { lockAggregate, On, Outbox } from '#messaging';
import { Clock, Ids, type Tx } from '#persistence';
import { DEVICES } from '../../devices/keep-device.js';
import { freeDevice } from '../../reservations/free-device.js';

/**
 * Lets go of what describes a person who was erased: their classes, what somebody wrote of their purchases, whose a loan is, and what
 * was kept for them, which is free again. Sales stay, with
 * the classes they were counted by, under an id that leads to nobody: no figure moves.
 */
@Injectable()
export class WhenBeneficiaryErased {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
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
    const [removed]: { classes: number; texts: number }[] = await tx.query(
      `WITH classes AS (DELETE FROM person_class WHERE beneficiary_id = $1 RETURNING 1),
       texts AS (
        UPDATE correction SET reason = ''
        WHERE reason <> '' AND subject_id IN (SELECT id FROM sale WHERE beneficiary_id = $1)
        RETURNING 1),
       faults AS (
        UPDATE after_sales_ticket SET fault = '', note = NULL
        WHERE (fault <> '' OR note IS NOT NULL) AND sale_id IN (SELECT id FROM sale WHERE beneficiary_id = $1)
        RETURNING 1),
       cards AS (
        UPDATE sim_activation SET last_four = ''
        WHERE last_four <> '' AND sale_id IN (SELECT id FROM sale WHERE beneficiary_id = $1))
       SELECT (SELECT count(*)::int FROM classes) AS classes,
              ((SELECT count(*) FROM texts) + (SELECT count(*) FROM faults))::int AS texts`,
      [beneficiaryId],
    );
    const freed = await this.freeWhatWasKept(tx, beneficiaryId);
    const [links]: { n: number }[] = await tx.query(
      `WITH kept AS (UPDATE reservation SET beneficiary_id = NULL WHERE beneficiary_id = $1 RETURNING 1),
       lent AS (UPDATE loan SET beneficiary_id = NULL, condition = NULL WHERE beneficiary_id = $1 RETURNING 1),
       unsettled AS (UPDATE sale_exception SET beneficiary_id = NULL, reason = NULL WHERE beneficiary_id = $1 RETURNING 1)
       SELECT ((SELECT count(*) FROM kept) + (SELECT count(*) FROM lent) + (SELECT count(*) FROM unsettled))::int AS n`,
      [beneficiaryId],
    );
    const [right]: { n: number }[] = await tx.query(
      `WITH used AS (DELETE FROM entitlement_use WHERE beneficiary_id = $1 RETURNING 1),
       renewed AS (DELETE FROM entitlement_renewal WHERE beneficiary_id = $1 RETURNING 1),
       widened AS (DELETE FROM entitlement_exception WHERE beneficiary_id = $1 RETURNING 1)
       SELECT ((SELECT count(*) FROM used) + (SELECT count(*) FROM renewed) + (SELECT count(*) FROM widened))::int AS n`,
      [beneficiaryId],
    );
    const data = {
      beneficiaryId,
      removed: [
        { what: 'classes', count: removed?.classes ?? 0 },
        { what: 'reasons of corrections', count: removed?.texts ?? 0 },
        { what: 'reservations, loans and sales to settle', count: links?.n ?? 0 },
        { what: 'right to buy', count: right?.n ?? 0 },
      ],
    };
    const purged = happened(PersonPurgedByEquipment, { branch: event.branch, at: this.clock.now(), data });
    await this.outbox.add(tx, [...freed, purged]);
  }

  private async freeWhatWasKept(tx: Tx, beneficiaryId: string): Promise<Fact[]> {
    const kept: { device_id: string }[] = await tx.query(
      'SELECT device_id FROM reservation WHERE beneficiary_id = $1 AND ended_at IS NULL ORDER BY device_id',
      [beneficiaryId],
    );
    const events: Fact[] = [];
    for (const { device_id } of kept) {
      await lockAggregate(tx, DEVICES, device_id);
      events.push(...(await freeDevice(tx, device_id, 'ERASED', this.ids, this.clock.now())));
    }
    return events;
  }
}
