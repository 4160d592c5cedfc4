import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Fourth migration of every service: which days of its ledger it has stated, and how to find a day's events. */
export class DigestTables1000000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ledger_digest (day date PRIMARY KEY, through_seq bigint NOT NULL, announced_at timestamptz(3) NOT NULL);
      CREATE INDEX outbox_event_recorded ON outbox_event USING brin (recorded_at) WITH (pages_per_range = 32)`);
    await runner.query(`
      DO $$
      DECLARE service text := regexp_replace(current_user, '_owner$', '');
      BEGIN
        EXECUTE format('REVOKE ALL ON ledger_digest FROM %I', service || '_app');
      END $$`);
  }

  async down(): Promise<void> {
    throw new Error('What was stated is not taken back: drop the database instead.');
  }
}
