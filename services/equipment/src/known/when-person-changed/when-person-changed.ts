import { Injectable } from '@nestjs/common';
import {
  BeneficiaryCorrected,
  BeneficiaryEnrolled,
  BeneficiaryVoided,
  type PersonClasses,
  SituationChanged,
} from '#events';
import { On, Outbox } from '#messaging';
import { Clock, type Tx } from '#persistence';
import { restampSales } from '../../sales/restamp-sales.js';

/**
 * Keeps each person's classes with the day they hold from; no name ever reaches this service. Sales whose day the news
 * concerns are stamped anew and announced, so that figures follow.
 */
@Injectable()
export class WhenPersonChanged {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

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

  /** A sale on or after that day may have been stamped before the news came. */
  @On(SituationChanged)
  async situationChanged(event: SituationChanged, tx: Tx): Promise<void> {
    const { beneficiaryId, holdsFrom, after } = event.data;
    await lockPerson(tx, beneficiaryId);
    await keepClasses(tx, beneficiaryId, holdsFrom, after);
    await this.outbox.add(tx, await restampSales(tx, beneficiaryId, holdsFrom, this.clock.now()));
    await forgetIfErased(tx, beneficiaryId);
  }

  @On(BeneficiaryCorrected)
  async corrected(event: BeneficiaryCorrected, tx: Tx): Promise<void> {
    const { beneficiaryId, history } = event.data;
    await lockPerson(tx, beneficiaryId);
    await tx.query('DELETE FROM person_class WHERE beneficiary_id = $1', [beneficiaryId]);
    for (const { holdsFrom, classes } of history) await keepClasses(tx, beneficiaryId, holdsFrom, classes);
    await this.outbox.add(tx, await restampSales(tx, beneficiaryId, null, this.clock.now()));
    await forgetIfErased(tx, beneficiaryId);
  }

  /** What was sold was sold; nobody new is sold to under this id. */
  @On(BeneficiaryVoided)
  async voided(event: BeneficiaryVoided, tx: Tx): Promise<void> {
    await tx.query('UPDATE known_person SET voided = true WHERE beneficiary_id = $1', [event.data.beneficiaryId]);
  }
}

/** A sale being made holds the person shared: it is stamped before this and found below, or waits and stamps after. */
async function lockPerson(tx: Tx, beneficiaryId: string): Promise<void> {
  await tx.query('SELECT 1 FROM known_person WHERE beneficiary_id = $1 FOR UPDATE', [beneficiaryId]);
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
    `INSERT INTO person_class (beneficiary_id, holds_from, gender, age_band, social_status, commune_code)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (beneficiary_id, holds_from) DO UPDATE SET gender = EXCLUDED.gender, age_band = EXCLUDED.age_band,
       social_status = EXCLUDED.social_status, commune_code = EXCLUDED.commune_code`,
    [beneficiaryId, holdsFrom, classes.gender, classes.ageBand, classes.socialStatus, classes.communeCode],
  );
}
