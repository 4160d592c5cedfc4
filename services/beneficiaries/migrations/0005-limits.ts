import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';

/** A record may be set aside, or objected to; one that is set aside is shown to whoever answers for people's rights alone. */
export class Limits1760000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE beneficiary ADD COLUMN restricted_at timestamptz(3), ADD COLUMN restriction_ground text, ADD COLUMN objected_on date,
        ADD CONSTRAINT beneficiary_restriction CHECK ((restricted_at IS NULL) = (restriction_ground IS NULL));
      CREATE INDEX beneficiary_restricted ON beneficiary (branch, restricted_at DESC, id DESC) WHERE restricted_at IS NOT NULL`);
    // What a command needs is found all the same: it then refuses by name.
    await runner.query(`
      DO $$ BEGIN
        EXECUTE format('CREATE POLICY limit_scope ON beneficiary AS RESTRICTIVE TO %I USING (%s)',
          regexp_replace(current_user, '_owner$', '') || '_app',
          $limit$restricted_at IS NULL OR (SELECT permits('${Permission.LimitBeneficiaries}') OR current_setting('app.command', true) = 'yes')$limit$);
      END $$`);
  }

  async down(): Promise<void> {
    throw new Error('Who set a record aside is not forgotten: drop the database instead.');
  }
}
