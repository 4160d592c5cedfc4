import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** Who waits for a seat, in order, and the offers that hold one. */
export class Waitlist1760000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A seat that is offered is nobody else's: taken and held together are never more than there are.
    await runner.query(`
      ALTER TABLE known_branch ADD COLUMN city text;
      ALTER TABLE session
        ADD COLUMN seats_held int NOT NULL DEFAULT 0,
        DROP CONSTRAINT session_never_overbooked,
        ADD CONSTRAINT session_never_overbooked
          CHECK (seats_taken >= 0 AND seats_held >= 0 AND seats_taken + seats_held <= seats);
      CREATE TABLE waitlist_entry (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, beneficiary_id uuid NOT NULL, session_id uuid REFERENCES session,
        series_id uuid REFERENCES workshop_series, state text NOT NULL, ended_because text, joined_at timestamptz(3) NOT NULL,
        place bigint GENERATED ALWAYS AS IDENTITY,
        offer_id uuid UNIQUE, offered_at timestamptz(3), offered_until timestamptz(3), offered_session_ids uuid[] NOT NULL DEFAULT '{}',
        CHECK (num_nonnulls(session_id, series_id) = 1),
        CHECK (state <> 'OFFERED' OR num_nonnulls(offer_id, offered_at, offered_until) = 3));
      CREATE UNIQUE INDEX waitlist_once_session ON waitlist_entry (session_id, beneficiary_id) WHERE state IN ('WAITLISTED', 'OFFERED');
      CREATE UNIQUE INDEX waitlist_once_series ON waitlist_entry (series_id, beneficiary_id) WHERE state IN ('WAITLISTED', 'OFFERED');
      CREATE INDEX waitlist_of_session ON waitlist_entry (session_id, place) WHERE state IN ('WAITLISTED', 'OFFERED');
      CREATE INDEX waitlist_of_series ON waitlist_entry (series_id, place) WHERE state IN ('WAITLISTED', 'OFFERED');
      CREATE INDEX waitlist_due ON waitlist_entry (offered_until) WHERE state = 'OFFERED';
      CREATE INDEX waitlist_of_person ON waitlist_entry (beneficiary_id);
      SELECT protect('waitlist_entry')`);
    await askOf(runner, { waitlist_entry: [Permission.ReadEnrolments] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE waitlist_entry;
      ALTER TABLE known_branch DROP COLUMN city;
      ALTER TABLE session DROP CONSTRAINT session_never_overbooked, DROP COLUMN seats_held,
        ADD CONSTRAINT session_never_overbooked CHECK (seats_taken BETWEEN 0 AND seats)`);
  }
}
