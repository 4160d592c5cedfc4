import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** Goods of a sale that come back, and the tickets of devices brought in with a fault. */
export class Returns1760000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sale ADD COLUMN returns jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE till_entry ADD COLUMN what text NOT NULL DEFAULT 'CORRECTION';
      CREATE INDEX sale_returned ON sale (branch) WHERE returns <> '[]'`);
    // A device has one open ticket, whoever opens it quicker.
    await runner.query(`
      CREATE TABLE after_sales_ticket (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, sale_id uuid NOT NULL REFERENCES sale, device_id uuid NOT NULL REFERENCES device,
        tag text NOT NULL, opened_at timestamptz(3) NOT NULL, opened_on date NOT NULL, opened_by text NOT NULL,
        warranty_until date NOT NULL, fault text NOT NULL, outcome text, note text, closed_at timestamptz(3), replacement_tag text,
        CONSTRAINT ticket_closed_whole CHECK ((closed_at IS NULL) = (outcome IS NULL)));
      CREATE UNIQUE INDEX ticket_open_once ON after_sales_ticket (device_id) WHERE closed_at IS NULL;
      CREATE INDEX after_sales_ticket_list ON after_sales_ticket (branch, opened_at DESC, id DESC);
      CREATE INDEX after_sales_ticket_device ON after_sales_ticket (device_id, opened_at);
      CREATE INDEX after_sales_ticket_sale ON after_sales_ticket (sale_id);
      SELECT protect('after_sales_ticket')`);
    await askOf(runner, { after_sales_ticket: [Permission.ReadSales] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE after_sales_ticket;
      ALTER TABLE till_entry DROP COLUMN what;
      ALTER TABLE sale DROP COLUMN returns`);
  }
}
