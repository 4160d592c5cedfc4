import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/**
 * Requests of prescribers to receive a person. The branch sees all of its own; a prescriber sees their own alone, and none whose
 * consent was withdrawn, by the code and by row-level security.
 */
export class Prescriptions1760000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE prescription (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, organisation_id uuid NOT NULL, prescriber text NOT NULL, version int NOT NULL,
        state text NOT NULL CHECK (state IN ('PENDING', 'ACCEPTED', 'REJECTED', 'DONE')), needs text[] NOT NULL,
        given_name text, family_name text, birth_year int, phone text, spoken_language text, availability text,
        consent_scope text[] NOT NULL, consent_until date NOT NULL, consent_withdrawn_at timestamptz(3),
        received_on date NOT NULL, received_at timestamptz(3) NOT NULL, answered_on date, done_on date, reason text,
        beneficiary_id uuid REFERENCES beneficiary, forgotten boolean NOT NULL DEFAULT false,
        CONSTRAINT prescription_answered CHECK ((state = 'PENDING') = (answered_on IS NULL)),
        CONSTRAINT prescription_person CHECK (state NOT IN ('ACCEPTED', 'DONE') OR beneficiary_id IS NOT NULL),
        CONSTRAINT prescription_forgotten CHECK (NOT forgotten OR (given_name IS NULL AND family_name IS NULL AND birth_year IS NULL
          AND phone IS NULL AND spoken_language IS NULL AND availability IS NULL AND reason IS NULL)));
      CREATE INDEX prescription_list ON prescription (branch, received_at, id);
      CREATE INDEX prescription_of_prescriber ON prescription (prescriber, received_at, id);
      CREATE INDEX prescription_of_person ON prescription (beneficiary_id) WHERE beneficiary_id IS NOT NULL;
      CREATE INDEX prescription_to_forget ON prescription (consent_until) WHERE NOT forgotten;
      SELECT protect('prescription')`);
    await askOf(runner, { prescription: [Permission.PrescribePeople, Permission.AnswerPrescriptions] });
    await runner.query(`
      DO $$ BEGIN
        EXECUTE format('CREATE POLICY prescriber_scope ON prescription AS RESTRICTIVE TO %I USING (%s)',
          regexp_replace(current_user, '_owner$', '') || '_app',
          $own$(SELECT permits('${Permission.AnswerPrescriptions}'))
            OR (prescriber = (SELECT current_setting('app.subject', true)) AND consent_withdrawn_at IS NULL)$own$);
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE prescription');
  }
}
