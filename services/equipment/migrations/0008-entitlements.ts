import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/**
 * What connectivity people bought, in whatever branch, and what widened their right to it. A cap is a person's and not a branch's, so
 * these tables belong to the network: random ids, days and cents.
 */
export class Entitlements1760000000051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE entitlement_use (
        sale_id uuid PRIMARY KEY, beneficiary_id uuid NOT NULL, occurred_on date NOT NULL, cents int NOT NULL CHECK (cents >= 0));
      CREATE INDEX entitlement_use_of ON entitlement_use (beneficiary_id, occurred_on);
      CREATE TABLE entitlement_renewal (
        id uuid PRIMARY KEY, beneficiary_id uuid NOT NULL, nth int NOT NULL, renewed_on date NOT NULL, author text NOT NULL,
        CONSTRAINT entitlement_renewed_in_turn UNIQUE (beneficiary_id, nth));
      CREATE TABLE entitlement_exception (
        id uuid PRIMARY KEY, beneficiary_id uuid NOT NULL, month date NOT NULL, cents int NOT NULL, reason text NOT NULL,
        author text NOT NULL, at timestamptz(3) NOT NULL);
      CREATE INDEX entitlement_exception_of ON entitlement_exception (beneficiary_id, month)`);
    // The owner of the tables is bound by their walls as well: sales already made are read with the wall down, in this transaction.
    await runner.query(`
      ALTER TABLE sale NO FORCE ROW LEVEL SECURITY;
      INSERT INTO entitlement_use (sale_id, beneficiary_id, occurred_on, cents)
      SELECT sale.id, beneficiary_id, occurred_on, sum((line ->> 'cents')::int)
      FROM sale, jsonb_array_elements(lines) AS line
      WHERE state = 'MADE' AND beneficiary_id IS NOT NULL AND line ->> 'articleKind' IN ('SIM_CARD', 'TOP_UP')
      GROUP BY sale.id;
      ALTER TABLE sale FORCE ROW LEVEL SECURITY`);
    for (const table of ['entitlement_use', 'entitlement_renewal', 'entitlement_exception'])
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        DO $$
        DECLARE service text := regexp_replace(current_user, '_owner$', '');
        BEGIN
          EXECUTE format('CREATE POLICY network_scope ON ${table} TO %I, %I USING (true) WITH CHECK (true)', service || '_app', service || '_worker');
        END $$`);
    await askOf(runner, {
      entitlement_use: [Permission.ReadSales],
      entitlement_renewal: [Permission.ReadSales],
      entitlement_exception: [Permission.ReadSales],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE entitlement_exception, entitlement_renewal, entitlement_use');
  }
}
