import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** When each person was last in contact, from what was done with them: it is what the time of keeping is counted from. */
export class Retention1760000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A contact is kept by what it came from, so that what is corrected or taken back takes its contact along.
    await runner.query(`
      CREATE TABLE contact (
        kind text NOT NULL, source_id uuid NOT NULL, beneficiary_id uuid NOT NULL REFERENCES beneficiary, branch char(2) NOT NULL,
        occurred_on date NOT NULL, PRIMARY KEY (kind, source_id));
      CREATE INDEX contact_of ON contact (beneficiary_id, occurred_on DESC);
      SELECT protect('contact');
      ALTER TABLE beneficiary ADD COLUMN last_contact_on date;
      CREATE INDEX beneficiary_last_contact ON beneficiary (greatest(enrolled_on, last_contact_on), id)
        WHERE kind = 'TRACKED' AND NOT voided AND erased_at IS NULL AND restricted_at IS NULL;
      CREATE INDEX beneficiary_archived ON beneficiary (restricted_at, id) WHERE restriction_ground = 'RETENTION'`);
    await askOf(runner, { contact: [Permission.ReadBeneficiaries] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP INDEX beneficiary_archived; ALTER TABLE beneficiary DROP COLUMN last_contact_on; DROP TABLE contact',
    );
  }
}
