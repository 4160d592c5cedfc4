import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose record is set aside, and who objected from which day until which. */
export class Limits1760000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE known_person ADD COLUMN restricted boolean NOT NULL DEFAULT false,
        ADD COLUMN objected_from date, ADD COLUMN objected_until date`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE known_person DROP COLUMN restricted, DROP COLUMN objected_from, DROP COLUMN objected_until',
    );
  }
}
