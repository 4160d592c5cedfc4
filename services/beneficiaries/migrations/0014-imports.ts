import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** Lists of people brought into a branch, and by what their people are known again. */
export class Imports1760000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE uploaded_file (
        id uuid PRIMARY KEY, subject text NOT NULL, bytes int NOT NULL, uploaded_at timestamptz(3) NOT NULL);
      CREATE INDEX uploaded_file_age ON uploaded_file (uploaded_at);
      CREATE TABLE people_import (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, source text NOT NULL, dry_run boolean NOT NULL, file_id uuid NOT NULL,
        format text NOT NULL, columns jsonb NOT NULL, privacy_notice_read_on date, state text NOT NULL, row_count int NOT NULL,
        enrolled int NOT NULL, known int NOT NULL, refused int NOT NULL, author text NOT NULL, author_role text NOT NULL,
        created_at timestamptz(3) NOT NULL, done_at timestamptz(3),
        CONSTRAINT people_import_sum CHECK (state <> 'DONE' OR enrolled + known + refused = row_count));
      CREATE INDEX people_import_list ON people_import (created_at DESC, id DESC);
      CREATE INDEX people_import_waiting ON people_import (branch, created_at, id) WHERE state <> 'DONE';
      CREATE TABLE people_import_row (
        import_id uuid NOT NULL REFERENCES people_import, branch char(2) NOT NULL, "row" int NOT NULL, cells jsonb, key text,
        outcome text, beneficiary_id uuid, notes jsonb NOT NULL, PRIMARY KEY (import_id, "row"));
      CREATE INDEX people_import_row_waiting ON people_import_row (import_id, "row") WHERE outcome IS NULL;
      CREATE INDEX people_import_row_ended ON people_import_row (import_id, outcome, "row");
      CREATE INDEX people_import_row_key ON people_import_row (import_id, key) WHERE key IS NOT NULL;
      CREATE INDEX people_import_row_person ON people_import_row (beneficiary_id) WHERE beneficiary_id IS NOT NULL;
      CREATE TABLE imported_person (
        branch char(2) NOT NULL, key text NOT NULL, source text NOT NULL, beneficiary_id uuid NOT NULL REFERENCES beneficiary,
        PRIMARY KEY (branch, key));
      CREATE INDEX imported_person_of ON imported_person (beneficiary_id);
      SELECT protect('people_import'), protect('people_import_row'), protect('imported_person')`);
    await runner.query(`
      DO $$
      DECLARE service text := regexp_replace(current_user, '_owner$', '');
      BEGIN
        ALTER TABLE uploaded_file ENABLE ROW LEVEL SECURITY;
        ALTER TABLE uploaded_file FORCE ROW LEVEL SECURITY;
        EXECUTE format('CREATE POLICY own_files ON uploaded_file TO %I USING (subject = current_setting(''app.subject'', true))', service || '_app');
        EXECUTE format('CREATE POLICY worker_scope ON uploaded_file TO %I USING (true) WITH CHECK (true)', service || '_worker');
      END $$`);
    await askOf(runner, {
      uploaded_file: [Permission.ImportPeople],
      people_import: [Permission.ImportPeople],
      people_import_row: [Permission.ImportPeople],
      imported_person: [Permission.ImportPeople],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE imported_person, people_import_row, people_import, uploaded_file');
  }
}
