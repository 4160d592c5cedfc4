import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** The till of a branch on a day, opened and closed once each; and what was entered later about sales of closed days. */
export class TillDays1760000000073 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // One till a day for a branch, whoever opens it quicker; once closed its figures are whole.
    await runner.query(`
      CREATE TABLE till_day (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, day date NOT NULL, opened_at timestamptz(3) NOT NULL, opened_by text NOT NULL,
        float_cents int NOT NULL CHECK (float_cents >= 0), closed_at timestamptz(3), closed_by text, counted_cents int,
        expected_cents int, reason text, takings jsonb,
        CONSTRAINT till_opened_once UNIQUE (branch, day),
        CONSTRAINT till_closed_whole CHECK ((closed_at IS NULL) = (counted_cents IS NULL)
          AND (closed_at IS NULL) = (expected_cents IS NULL) AND (closed_at IS NULL) = (takings IS NULL)));
      SELECT protect('till_day');
      CREATE TABLE till_entry (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, day date NOT NULL, sale_id uuid NOT NULL REFERENCES sale, kind text NOT NULL,
        cents int NOT NULL, at timestamptz(3) NOT NULL, author text NOT NULL);
      CREATE INDEX till_entry_day ON till_entry (branch, day);
      CREATE INDEX till_entry_of_sale ON till_entry (sale_id);
      SELECT protect('till_entry')`);
    await askOf(runner, { till_day: [Permission.ReadSales], till_entry: [Permission.ReadSales] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE till_entry, till_day');
  }
}
