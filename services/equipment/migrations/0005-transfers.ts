import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/**
 * Devices that move between branches. A transfer belongs to two branches, so each of the two sees it; and the branch that a device
 * is bound for may see and take that device, and no other, while it is under way.
 */
export class Transfers1760000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE device ADD COLUMN received_in char(2), ADD COLUMN bound_for char(2);
      UPDATE device SET received_in = branch;
      ALTER TABLE device ALTER COLUMN received_in SET NOT NULL,
        ADD CONSTRAINT device_bound_in_transit CHECK ((state = 'IN_TRANSIT') = (bound_for IS NOT NULL));
      CREATE INDEX device_bound ON device (bound_for, tag) WHERE bound_for IS NOT NULL;
      CREATE INDEX device_step_receipts ON device_step (branch) WHERE what IN ('RECEIVED', 'VOIDED');
      CREATE INDEX device_sold_lately ON device (state_since) WHERE state = 'DISTRIBUTED' AND NOT voided`);
    await runner.query(`
      CREATE TABLE equipment_transfer (
        id uuid PRIMARY KEY, from_branch char(2) NOT NULL, to_branch char(2) NOT NULL, state text NOT NULL, lines jsonb NOT NULL,
        requested_at timestamptz(3) NOT NULL, answered_at timestamptz(3), shipped_at timestamptz(3), closed_at timestamptz(3),
        reason text, CONSTRAINT transfer_between_two CHECK (from_branch <> to_branch));
      CREATE INDEX equipment_transfer_from ON equipment_transfer (from_branch, requested_at DESC, id DESC);
      CREATE INDEX equipment_transfer_to ON equipment_transfer (to_branch, requested_at DESC, id DESC);
      CREATE TABLE transfer_device (
        id uuid PRIMARY KEY, transfer_id uuid NOT NULL REFERENCES equipment_transfer, device_id uuid NOT NULL REFERENCES device,
        from_branch char(2) NOT NULL, to_branch char(2) NOT NULL, tag text NOT NULL, type text NOT NULL, grade text,
        state_before text NOT NULL, arrived_at timestamptz(3), proposed text, proposed_reason text, outcome text,
        settled_at timestamptz(3), CONSTRAINT transfer_device_arrived_or_missing CHECK (arrived_at IS NULL OR outcome IS NULL));
      CREATE INDEX transfer_device_of ON transfer_device (transfer_id, tag);
      CREATE INDEX transfer_device_to ON transfer_device (to_branch, from_branch)`);
    // A device is under way in one transfer: the index says so, whoever packs quicker.
    await runner.query(`
      CREATE UNIQUE INDEX device_under_way_once ON transfer_device (device_id) WHERE arrived_at IS NULL AND outcome IS NULL`);
    const within = (column: string) =>
      `${column} = ANY ((SELECT string_to_array(current_setting('app.branches', true), ','))::bpchar[])
       OR (SELECT current_setting('app.branches', true)) = '*'`;
    const either = `${within('from_branch')} OR ${within('to_branch')}`;
    for (const table of ['equipment_transfer', 'transfer_device'])
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        DO $$
        DECLARE service text := regexp_replace(current_user, '_owner$', '');
        BEGIN
          EXECUTE format('CREATE POLICY either_branch ON ${table} TO %I USING (%s) WITH CHECK (%2$s)', service || '_app', ${quoted(either)});
          EXECUTE format('CREATE POLICY worker_scope ON ${table} TO %I USING (true) WITH CHECK (true)', service || '_worker');
        END $$`);
    await runner.query(`
      DO $$
      DECLARE service text := regexp_replace(current_user, '_owner$', '');
      BEGIN
        EXECUTE format('CREATE POLICY arriving ON device TO %I USING (%s) WITH CHECK (false)', service || '_app', ${quoted(within('bound_for'))});
      END $$`);
    await askOf(runner, {
      equipment_transfer: [Permission.ReadStock],
      transfer_device: [Permission.ReadStock],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE transfer_device, equipment_transfer;
      DROP POLICY arriving ON device;
      ALTER TABLE device DROP COLUMN bound_for, DROP COLUMN received_in`);
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
