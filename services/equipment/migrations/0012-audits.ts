import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** What came of each file of a refurbishing bench, row by row. */
export class Audits1760000000072 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_run (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, at timestamptz(3) NOT NULL, dry_run boolean NOT NULL, created int NOT NULL,
        updated int NOT NULL, unchanged int NOT NULL, refused int NOT NULL, rows jsonb NOT NULL, author text NOT NULL);
      CREATE INDEX audit_run_list ON audit_run (branch, at DESC, id DESC);
      SELECT protect('audit_run');
      CREATE INDEX device_serial ON device (branch, serial) WHERE serial IS NOT NULL AND NOT voided`);
    await askOf(runner, { audit_run: [Permission.HandleDevices] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX device_serial; DROP TABLE audit_run');
  }
}
