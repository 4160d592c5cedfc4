import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Managers are written about more than one kind of thing: what it is, what it is about, and what was known of it then. */
export class ManagerLetterKinds1760000000112 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE manager_letter RENAME COLUMN prescription_id TO about_id;
      ALTER TABLE manager_letter ADD COLUMN kind text NOT NULL DEFAULT 'PRESCRIPTION_DELAYED'
        CHECK (kind IN ('PRESCRIPTION_DELAYED', 'SHIFT_GAP')), ADD COLUMN facts jsonb NOT NULL DEFAULT '{}';
      ALTER TABLE manager_letter ALTER COLUMN kind DROP DEFAULT, ALTER COLUMN facts DROP DEFAULT`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM manager_letter WHERE kind <> 'PRESCRIPTION_DELAYED';
      ALTER TABLE manager_letter DROP COLUMN kind, DROP COLUMN facts;
      ALTER TABLE manager_letter RENAME COLUMN about_id TO prescription_id`);
  }
}
