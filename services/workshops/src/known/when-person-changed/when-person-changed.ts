import { Injectable } from '@nestjs/common';
import {
  BeneficiaryCorrected,
  BeneficiaryEnrolled,
  BeneficiaryVoided,
  type PersonClasses,
  SituationChanged,
  SupportActRecorded,
} from '#events';
import { lockAggregates, On, Outbox } from '#messaging';
import type { Tx } from '#persistence';
import { SupportAct } from '../../support-acts/support-act.entity.js';
import { classesOn } from '../known.js';

/** Keeps each person's classes over time; a correction also restamps the acts already recorded. */
@Injectable()
export class WhenPersonChanged {
  constructor(private readonly outbox: Outbox) {}

  @On(BeneficiaryEnrolled)
  async enrolled(event: BeneficiaryEnrolled, tx: Tx): Promise<void> {
    const { beneficiaryId, after } = event.data;
    await tx.query('INSERT INTO known_person (beneficiary_id, branch) VALUES ($1, $2)', [beneficiaryId, event.branch]);
    await keepClasses(tx, beneficiaryId, after.enrolledOn, after.classes);
  }

  @On(SituationChanged)
  async changed(event: SituationChanged, tx: Tx): Promise<void> {
    await keepClasses(tx, event.data.beneficiaryId, event.data.holdsFrom, event.data.after);
  }

  @On(BeneficiaryCorrected)
  async corrected(event: BeneficiaryCorrected, tx: Tx): Promise<void> {
    const { beneficiaryId, history } = event.data;
    // Acts being stamped hold the row in share: they finish first and are restamped below.
    await tx.query('SELECT 1 FROM known_person WHERE beneficiary_id = $1 FOR UPDATE', [beneficiaryId]);
    await tx.query('DELETE FROM person_class WHERE beneficiary_id = $1', [beneficiaryId]);
    for (const { holdsFrom, classes } of history) await keepClasses(tx, beneficiaryId, holdsFrom, classes);
    for (const act of await actsOf(tx, beneficiaryId)) {
      const facts = act.restamp(await classesOn(tx, beneficiaryId, act.occurredOn), event.occurredAt);
      if (facts.length === 0) continue;
      const { gender, ageBand, socialStatus, communeCode } = act;
      await tx.update(SupportAct, { id: act.id }, { gender, ageBand, socialStatus, communeCode });
      await this.outbox.add(tx, facts);
    }
  }

  @On(BeneficiaryVoided)
  async voided(event: BeneficiaryVoided, tx: Tx): Promise<void> {
    await tx.query('UPDATE known_person SET voided = true WHERE beneficiary_id = $1', [event.data.beneficiaryId]);
  }
}

/** The person's acts, their heads locked first: one that is being voided or corrected is read as it then stands. */
async function actsOf(tx: Tx, beneficiaryId: string): Promise<SupportAct[]> {
  const theirs = { where: { beneficiaryId, voided: false }, order: { id: 'ASC' } } as const;
  const named = await tx.find(SupportAct, { ...theirs, select: { id: true } });
  await lockAggregates(
    tx,
    SupportActRecorded.topic,
    named.map(({ id }) => id),
  );
  return tx.find(SupportAct, theirs);
}

async function keepClasses(tx: Tx, beneficiaryId: string, holdsFrom: string, classes: PersonClasses): Promise<void> {
  await tx.query(
    `INSERT INTO person_class (beneficiary_id, holds_from, gender, age_band, social_status, commune_code) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (beneficiary_id, holds_from) DO UPDATE
       SET gender = EXCLUDED.gender, age_band = EXCLUDED.age_band, social_status = EXCLUDED.social_status, commune_code = EXCLUDED.commune_code`,
    [beneficiaryId, holdsFrom, classes.gender, classes.ageBand, classes.socialStatus, classes.communeCode],
  );
}
