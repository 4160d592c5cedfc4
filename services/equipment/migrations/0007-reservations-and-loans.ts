import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** Devices kept for a person until a day, and devices lent to one. */
export class ReservationsAndLoans1760000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // One at a time for a device, whoever is quicker.
    await runner.query(`
      CREATE TABLE reservation (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, device_id uuid NOT NULL REFERENCES device, tag text NOT NULL,
        beneficiary_id uuid, reserved_at timestamptz(3) NOT NULL, expires_at timestamptz(3) NOT NULL, ended_at timestamptz(3), how text,
        CONSTRAINT reservation_ended CHECK ((ended_at IS NULL) = (how IS NULL)));
      CREATE UNIQUE INDEX device_reserved_once ON reservation (device_id) WHERE ended_at IS NULL;
      CREATE INDEX reservation_open ON reservation (branch, expires_at, id) WHERE ended_at IS NULL;
      CREATE INDEX reservation_due ON reservation (expires_at) WHERE ended_at IS NULL;
      CREATE INDEX reservation_of_person ON reservation (beneficiary_id);
      SELECT protect('reservation')`);
    await runner.query(`
      CREATE TABLE loan (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, device_id uuid NOT NULL REFERENCES device, tag text NOT NULL,
        beneficiary_id uuid, lent_at timestamptz(3) NOT NULL, due_on date NOT NULL, ended_at timestamptz(3), how text, condition text,
        CONSTRAINT loan_ended CHECK ((ended_at IS NULL) = (how IS NULL)));
      CREATE UNIQUE INDEX device_lent_once ON loan (device_id) WHERE ended_at IS NULL;
      CREATE INDEX loan_open ON loan (branch, due_on, id) WHERE ended_at IS NULL;
      CREATE INDEX loan_of_person ON loan (beneficiary_id);
      SELECT protect('loan')`);
    await askOf(runner, { reservation: [Permission.ReadSales], loan: [Permission.ReadSales] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE loan, reservation');
  }
}
