import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That a shift lacks people is told once for each gap: the one that was told stands with the shift. */
export class ShiftGaps1760000000102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE shift ADD COLUMN gap_id uuid;
      CREATE INDEX shift_coming ON shift (starts_at, id) WHERE state = 'SCHEDULED'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX shift_coming; ALTER TABLE shift DROP COLUMN gap_id');
  }
}
