import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A dry run names its file, so that it can be carried out as it stands; the latest imports are listed by age. */
export class ImportFile1760000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE import_run ADD COLUMN file_id uuid;
      CREATE INDEX import_run_list ON import_run (created_at DESC, id DESC)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX import_run_list; ALTER TABLE import_run DROP COLUMN file_id');
  }
}
