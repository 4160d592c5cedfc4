import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** Who was erased, and which services have said that they let go of them. Ids and dates only. */
export class Erasures1760000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // What a figure was counted by stays: kind, branch, day, and the gender of that day.
    await runner.query(`
      ALTER TABLE beneficiary ADD COLUMN erased_at timestamptz(3),
        ADD CONSTRAINT beneficiary_erased CHECK (erased_at IS NULL OR (given_name IS NULL AND family_name IS NULL
          AND birth_year IS NULL AND stated_age_band IS NULL AND phone IS NULL AND email IS NULL AND spoken_language IS NULL
          AND first_need IS NULL AND organisation_id IS NULL))`);
    // No foreign key: in a copy restored from before the enrolment there is nobody to erase, and still nobody to bring back.
    await runner.query(`
      CREATE TABLE erasure (
        beneficiary_id uuid PRIMARY KEY, branch char(2) NOT NULL, erased_at timestamptz(3) NOT NULL, ground text NOT NULL,
        erased_by text);
      CREATE INDEX erasure_latest ON erasure (branch, erased_at DESC, beneficiary_id DESC);
      SELECT protect('erasure');
      CREATE TABLE erasure_receipt (
        beneficiary_id uuid, service text, branch char(2) NOT NULL, at timestamptz(3) NOT NULL, removed jsonb NOT NULL,
        PRIMARY KEY (beneficiary_id, service));
      SELECT protect('erasure_receipt')`);
    const readers = [Permission.ReadErasures];
    await askOf(runner, { erasure: readers, erasure_receipt: readers });
    await runner.query(`
      DO $$
      DECLARE service text := regexp_replace(current_user, '_owner$', '');
      BEGIN
        EXECUTE format('REVOKE UPDATE, DELETE ON erasure, erasure_receipt FROM %I, %I', service || '_app', service || '_worker');
      END $$`);
  }

  async down(): Promise<void> {
    throw new Error('Who was erased is not forgotten: drop the database instead.');
  }
}
