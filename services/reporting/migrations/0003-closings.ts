import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Months that were closed. Outside the versions of the figures: no rebuild may lose or move a closing. */
export class Closings1760000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE month_closing (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, month date NOT NULL CHECK (extract(day FROM month) = 1),
        closed_at timestamptz(3) NOT NULL, closed_by text NOT NULL, CONSTRAINT month_closed_once UNIQUE (branch, month));
      CREATE INDEX month_closing_month ON month_closing (month);
      SELECT protect('month_closing');
      REVOKE UPDATE, DELETE ON month_closing FROM reporting_app, reporting_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE month_closing');
  }
}
