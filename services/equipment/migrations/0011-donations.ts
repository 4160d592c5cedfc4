import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** What donors gave, by lot; which lot a device came in; and what left as waste, by weight. */
export class Donations1760000000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE known_donor (donor_id uuid PRIMARY KEY, branch char(2) NOT NULL, forgotten boolean NOT NULL DEFAULT false);
      CREATE TABLE donation (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, donor_id uuid NOT NULL, received_on date NOT NULL, received_at timestamptz(3) NOT NULL,
        received_by text NOT NULL);
      CREATE INDEX donation_of_donor ON donation (donor_id, received_at DESC, id DESC);
      SELECT protect('donation')`);
    await runner.query(`
      CREATE TABLE lot_counter (branch char(2), year int, last int NOT NULL, PRIMARY KEY (branch, year));
      SELECT protect('lot_counter');
      CREATE TABLE lot (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, donation_id uuid NOT NULL REFERENCES donation, donor_id uuid NOT NULL,
        code text NOT NULL CONSTRAINT lot_code_once UNIQUE, label text NOT NULL, expected int NOT NULL CHECK (expected >= 0),
        weight_grams int NOT NULL CHECK (weight_grams >= 0));
      CREATE INDEX lot_of_donation ON lot (donation_id, code);
      CREATE INDEX lot_of_donor ON lot (donor_id);
      SELECT protect('lot')`);
    await runner.query(`
      CREATE TABLE waste_removal (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, removed_on date NOT NULL, removed_at timestamptz(3) NOT NULL, collector text NOT NULL,
        slip text NOT NULL, weight_grams int NOT NULL CHECK (weight_grams > 0), devices int NOT NULL, removed_by text NOT NULL,
        CONSTRAINT waste_slip_once UNIQUE (branch, slip));
      CREATE INDEX waste_removal_list ON waste_removal (branch, removed_at DESC, id DESC);
      SELECT protect('waste_removal')`);
    // What left as waste is not there to be repaired: the table says so, whoever is quicker.
    await runner.query(`
      ALTER TABLE device ADD COLUMN lot_id uuid REFERENCES lot, ADD COLUMN waste_id uuid REFERENCES waste_removal,
        ADD CONSTRAINT device_waste_is_not_reusable CHECK (waste_id IS NULL OR state = 'NOT_REUSABLE');
      CREATE INDEX device_of_lot ON device (lot_id, tag) WHERE lot_id IS NOT NULL;
      CREATE INDEX device_of_waste ON device (waste_id) WHERE waste_id IS NOT NULL`);
    await askOf(runner, {
      donation: [Permission.ReadDonors],
      lot: [Permission.ReadDonors],
      lot_counter: [Permission.HandleDevices],
      waste_removal: [Permission.ReadStock],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE device DROP COLUMN waste_id, DROP COLUMN lot_id;
      DROP TABLE waste_removal, lot, lot_counter, donation, known_donor`);
  }
}
