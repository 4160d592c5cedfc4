import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** Sales made without the network that the rules refused when they came in: what was taken for them is in the till all the same. */
export class SaleExceptions1760000000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sale_exception (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, occurred_at timestamptz(3) NOT NULL, occurred_on date NOT NULL,
        received_at timestamptz(3) NOT NULL, beneficiary_id uuid, lines jsonb NOT NULL, payments jsonb NOT NULL,
        total_cents int NOT NULL, code text, fr text, en text, sold_by text NOT NULL, state text NOT NULL,
        settled_at timestamptz(3), settled_by text, reason text, sale_id uuid REFERENCES sale,
        CONSTRAINT sale_exception_settled_whole CHECK ((state = 'OPEN') = (settled_at IS NULL) AND (state = 'SOLD') = (sale_id IS NOT NULL)));
      CREATE INDEX sale_exception_list ON sale_exception (branch, occurred_at DESC, id DESC);
      CREATE INDEX sale_exception_open ON sale_exception (branch, occurred_at DESC, id DESC) WHERE state = 'OPEN';
      CREATE INDEX sale_exception_person ON sale_exception (beneficiary_id) WHERE beneficiary_id IS NOT NULL;
      CREATE INDEX sale_exception_sale ON sale_exception (sale_id) WHERE sale_id IS NOT NULL;
      SELECT protect('sale_exception');
      ALTER TABLE till_entry ALTER COLUMN sale_id DROP NOT NULL, ADD COLUMN exception_id uuid REFERENCES sale_exception,
        ADD CONSTRAINT till_entry_of_one CHECK (num_nonnulls(sale_id, exception_id) = 1);
      CREATE INDEX till_entry_of_exception ON till_entry (exception_id) WHERE exception_id IS NOT NULL`);
    await askOf(runner, { sale_exception: [Permission.ReadSales] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM till_entry WHERE exception_id IS NOT NULL;
      ALTER TABLE till_entry DROP COLUMN exception_id, ALTER COLUMN sale_id SET NOT NULL;
      DROP TABLE sale_exception`);
  }
}
