import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** Which permission opens which table, for row-level security: any one of those named. */
export class RoleWall1760000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A tariff is the whole network's; it had no wall of its own.
    await runner.query(`
      ALTER TABLE tariff ENABLE ROW LEVEL SECURITY;
      ALTER TABLE tariff FORCE ROW LEVEL SECURITY;
      DO $$
      DECLARE service text := regexp_replace(current_user, '_owner$', '');
      BEGIN
        EXECUTE format('CREATE POLICY network_scope ON tariff TO %I, %I USING (true) WITH CHECK (true)', service || '_app', service || '_worker');
      END $$`);
    await askOf(runner, {
      device: [Permission.ReadStock],
      device_step: [Permission.ReadStock],
      article: [Permission.ReadStock],
      sale: [Permission.ReadSales],
      sold_device: [Permission.ReadSales],
      receipt_counter: [Permission.Sell],
      correction: [Permission.ReadSales],
      tariff: [Permission.ReadTariff],
    });
  }

  async down(): Promise<void> {
    throw new Error('The wall is not taken back: drop the database instead.');
  }
}
