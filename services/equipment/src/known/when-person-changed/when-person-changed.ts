import { Injectable } from '@nestjs/common';
import { BeneficiaryEnrolled, type PersonClasses } from '#events';
import { On } from '#messaging';
import type { Tx } from '#persistence';

/** Keeps each person's classes with the day they hold from; no name ever reaches this service. */
@Injectable()
export class WhenPersonChanged {
  @On(BeneficiaryEnrolled)
  async enrolled(event: BeneficiaryEnrolled, tx: Tx): Promise<void> {
    const { beneficiaryId, after } = event.data;
    await tx.query('INSERT INTO known_person (beneficiary_id, branch) VALUES ($1, $2)', [beneficiaryId, event.branch]);
    await keepClasses(tx, beneficiaryId, after.enrolledOn, after.classes);
  }
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
