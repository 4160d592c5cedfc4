import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How courses ended. */
export class Outcomes1760000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE workshop_series ADD COLUMN outcome jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE workshop_series DROP COLUMN outcome');
  }
}
