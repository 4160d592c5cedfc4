import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** Who can help, when help is wanted, and who gives it: nobody is in two places at once, and no shift has more than it needs. */
export class Shifts1760000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE known_helper (
        member_id uuid PRIMARY KEY, subject text, branches text[] NOT NULL, skills text[] NOT NULL, mission_ends_on date,
        active boolean NOT NULL DEFAULT true);
      CREATE INDEX known_helper_branches ON known_helper USING gin (branches) WHERE active;
      CREATE INDEX known_helper_subject ON known_helper (subject);
      CREATE TABLE shift (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, place_id uuid NOT NULL, starts_at timestamptz(3) NOT NULL,
        ends_at timestamptz(3) NOT NULL, zone text NOT NULL, occurred_on date NOT NULL, needed int NOT NULL, taken int NOT NULL DEFAULT 0,
        skills text[] NOT NULL, state text NOT NULL, CHECK (ends_at > starts_at), CHECK (needed > 0),
        CONSTRAINT shift_never_overstaffed CHECK (taken BETWEEN 0 AND needed));
      CREATE INDEX shift_week ON shift (branch, starts_at, id);
      CREATE TABLE duty (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, shift_id uuid NOT NULL REFERENCES shift, subject text NOT NULL,
        starts_at timestamptz(3) NOT NULL, ends_at timestamptz(3) NOT NULL, state text NOT NULL, minutes int NOT NULL DEFAULT 0,
        said_at timestamptz(3) NOT NULL, recorded_by text,
        CONSTRAINT duty_once UNIQUE (shift_id, subject),
        CONSTRAINT duty_one_at_a_time EXCLUDE USING gist (subject WITH =, tstzrange(starts_at, ends_at) WITH &&)
          WHERE (state IN ('TAKEN', 'WORKED')));
      CREATE INDEX duty_of_helper ON duty (subject, starts_at, id);
      SELECT protect('shift'), protect('duty')`);
    await askOf(runner, { shift: [Permission.TakeShifts], duty: [Permission.TakeShifts] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE duty, shift, known_helper');
  }
}
