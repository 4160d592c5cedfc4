import { Injectable } from '@nestjs/common';
import { MoreThanOrEqual } from 'typeorm';
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

/** Keeps each person's classes over time, and restamps the acts already recorded whose day the news concerns. */
@Injectable()
export class WhenPersonChanged {
  constructor(private readonly outbox: Outbox) {}

  @On(BeneficiaryEnrolled)
  async enrolled(event: BeneficiaryEnrolled, tx: Tx): Promise<void> {
    const { beneficiaryId, after } = event.data;
    const known: unknown[] = await tx.query(
      'INSERT INTO known_person (beneficiary_id, branch) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1',
      [beneficiaryId, event.branch],
    );
    // Already known: as erased, on a topic that was quicker.
    if (known.length > 0) await keepClasses(tx, beneficiaryId, after.enrolledOn, after.classes);
  }

  /** An act on or after that day may have been stamped before the news came. */
  @On(SituationChanged)
  async changed(event: SituationChanged, tx: Tx): Promise<void> {
    const { beneficiaryId, holdsFrom, after } = event.data;
    await lockPerson(tx, beneficiaryId);
    await keepClasses(tx, beneficiaryId, holdsFrom, after);
    await this.restamp(tx, beneficiaryId, holdsFrom, event.occurredAt);
    await forgetIfErased(tx, beneficiaryId);
  }

  @On(BeneficiaryCorrected)
  async corrected(event: BeneficiaryCorrected, tx: Tx): Promise<void> {
    const { beneficiaryId, history } = event.data;
    await lockPerson(tx, beneficiaryId);
    await tx.query('DELETE FROM person_class WHERE beneficiary_id = $1', [beneficiaryId]);
    for (const { holdsFrom, classes } of history) await keepClasses(tx, beneficiaryId, holdsFrom, classes);
    await this.restamp(tx, beneficiaryId, null, event.occurredAt);
    await forgetIfErased(tx, beneficiaryId);
  }

  @On(BeneficiaryVoided)
  async voided(event: BeneficiaryVoided, tx: Tx): Promise<void> {
    await tx.query('UPDATE known_person SET voided = true WHERE beneficiary_id = $1', [event.data.beneficiaryId]);
  }

  /** Acts of the person from that day on, all when null, get the classes now known for their day. */
  private async restamp(tx: Tx, beneficiaryId: string, from: string | null, now: Date): Promise<void> {
    for (const act of await actsOf(tx, beneficiaryId, from)) {
      const facts = act.restamp(await classesOn(tx, beneficiaryId, act.occurredOn), now);
      if (facts.length === 0) continue;
      const { gender, ageBand, socialStatus, communeCode } = act;
      await tx.update(SupportAct, { id: act.id }, { gender, ageBand, socialStatus, communeCode });
      await this.outbox.add(tx, facts);
    }
  }
}

/** An act being stamped holds the person shared: it is written first and restamped, or waits and is stamped anew. */
async function lockPerson(tx: Tx, beneficiaryId: string): Promise<void> {
  await tx.query('SELECT 1 FROM known_person WHERE beneficiary_id = $1 FOR UPDATE', [beneficiaryId]);
}

/** The person's acts, their heads locked first: one that is being voided or corrected is read as it then stands. */
async function actsOf(tx: Tx, beneficiaryId: string, from: string | null): Promise<SupportAct[]> {
  const theirs = {
    where: { beneficiaryId, voided: false, ...(from === null ? {} : { occurredOn: MoreThanOrEqual(from) }) },
    order: { id: 'ASC' },
  } as const;
  const named = await tx.find(SupportAct, { ...theirs, select: { id: true } });
  await lockAggregates(
    tx,
    SupportActRecorded.topic,
    named.map(({ id }) => id),
  );
  return tx.find(SupportAct, theirs);
}

/** News that was overtaken by an erasure still moves the figures it concerns, and leaves nothing behind. */
async function forgetIfErased(tx: Tx, beneficiaryId: string): Promise<void> {
  await tx.query(
    `DELETE FROM person_class c USING known_person k
     WHERE c.beneficiary_id = $1 AND k.beneficiary_id = c.beneficiary_id AND k.erased`,
    [beneficiaryId],
  );
}

async function keepClasses(tx: Tx, beneficiaryId: string, holdsFrom: string, classes: PersonClasses): Promise<void> {
  await tx.query(
    `INSERT INTO person_class (beneficiary_id, holds_from, gender, age_band, social_status, commune_code) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (beneficiary_id, holds_from) DO UPDATE
       SET gender = EXCLUDED.gender, age_band = EXCLUDED.age_band, social_status = EXCLUDED.social_status, commune_code = EXCLUDED.commune_code`,
    [beneficiaryId, holdsFrom, classes.gender, classes.ageBand, classes.socialStatus, classes.communeCode],
  );
}
