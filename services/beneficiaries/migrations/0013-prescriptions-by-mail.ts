import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/**
 * Prescribers without an account: what they wrote is kept with their verified mail and the organisation as they name it, and each
 * letter to them once. A letter that carries a link to write by belongs to no branch yet: requests never see it.
 */
export class PrescriptionsByMail1760000000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE prescription ALTER COLUMN organisation_id DROP NOT NULL, ADD COLUMN organisation_named text,
        ADD COLUMN prescriber_mail text,
        ADD CONSTRAINT prescription_organisation CHECK (organisation_id IS NOT NULL OR organisation_named IS NOT NULL),
        ADD CONSTRAINT prescription_mail_forgotten CHECK (NOT forgotten OR prescriber_mail IS NULL);
      CREATE INDEX prescription_to_tell ON prescription (id) WHERE state = 'ACCEPTED' AND prescriber_mail IS NOT NULL;
      CREATE TABLE prescriber_letter (
        id uuid PRIMARY KEY, branch char(2), kind text NOT NULL, mail text, prescription_id uuid REFERENCES prescription,
        state text NOT NULL, why text, tries int NOT NULL DEFAULT 0, due_at timestamptz(3) NOT NULL,
        processed_at timestamptz(3), sent_at timestamptz(3), ends_at timestamptz(3), used_at timestamptz(3),
        CONSTRAINT prescriber_letter_kind CHECK (kind IN ('LINK', 'RECEIVED', 'ANSWERED', 'FIRST_SEEN', 'DONE')),
        CONSTRAINT prescriber_letter_to CHECK (CASE WHEN kind = 'LINK' THEN mail IS NOT NULL AND ends_at IS NOT NULL AND branch IS NULL
          AND prescription_id IS NULL ELSE mail IS NULL AND branch IS NOT NULL AND prescription_id IS NOT NULL END),
        CONSTRAINT prescriber_letter_once UNIQUE (prescription_id, kind));
      CREATE INDEX prescriber_letter_due ON prescriber_letter (due_at, id) WHERE state = 'WAITING';
      CREATE INDEX prescriber_letter_under_way ON prescriber_letter (processed_at) WHERE state = 'PROCESSED';
      CREATE INDEX prescriber_letter_link ON prescriber_letter (ends_at, mail) WHERE kind = 'LINK';
      SELECT protect('prescriber_letter')`);
    await askOf(runner, { prescriber_letter: [Permission.AnswerPrescriptions] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE prescriber_letter;
      DROP INDEX prescription_to_tell;
      ALTER TABLE prescription DROP COLUMN organisation_named, DROP COLUMN prescriber_mail`);
  }
}
