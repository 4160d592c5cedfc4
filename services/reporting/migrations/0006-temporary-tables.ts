import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Folding all deltas, for a proof or a rebuild, needs a table of the transaction's own; databases grant nothing unasked. */
export class TemporaryTables1760000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO reporting_worker', current_database());
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM reporting_worker', current_database());
      END $$`);
  }
}
