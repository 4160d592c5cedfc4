import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** Series of sessions, a workshop's kind, a session's set of equipment, and a week copied onto another. */
export class Series1760000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE known_branch ADD COLUMN commune_code text;
      ALTER TABLE workshop ADD COLUMN kind text NOT NULL DEFAULT 'COURSE';
      CREATE TABLE workshop_series (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, workshop_id uuid NOT NULL REFERENCES workshop, title text NOT NULL,
        kind text NOT NULL, state text NOT NULL, zone text NOT NULL, created_at timestamptz(3) NOT NULL);
      CREATE INDEX workshop_series_list ON workshop_series (branch, created_at DESC, id DESC);
      SELECT protect('workshop_series');
      CREATE TABLE week_copy (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, from_monday date NOT NULL, to_monday date NOT NULL, copied int NOT NULL,
        on_holiday int NOT NULL, already_there int NOT NULL, taken int NOT NULL, at timestamptz(3) NOT NULL);
      SELECT protect('week_copy')`);
    // Deferrable: checked once a statement is through, so that a series moves onto the dates that it leaves itself.
    await runner.query(`
      ALTER TABLE session
        ADD COLUMN series_id uuid REFERENCES workshop_series,
        ADD COLUMN equipment_set text,
        DROP CONSTRAINT session_room_free,
        ADD CONSTRAINT session_room_free EXCLUDE USING gist (place_id WITH =, room WITH =, tstzrange(starts_at, ends_at) WITH &&)
          WHERE (state <> 'CANCELLED' AND room IS NOT NULL) DEFERRABLE INITIALLY IMMEDIATE,
        ADD CONSTRAINT session_equipment_free
          EXCLUDE USING gist (place_id WITH =, equipment_set WITH =, tstzrange(starts_at, ends_at) WITH &&)
          WHERE (state <> 'CANCELLED' AND equipment_set IS NOT NULL) DEFERRABLE INITIALLY IMMEDIATE;
      CREATE INDEX session_of_series ON session (series_id, starts_at) WHERE series_id IS NOT NULL`);
    await askOf(runner, { workshop_series: [Permission.ReadSessions], week_copy: [Permission.PlanSessions] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE session DROP CONSTRAINT session_equipment_free, DROP COLUMN series_id, DROP COLUMN equipment_set;
      DROP TABLE week_copy, workshop_series;
      ALTER TABLE workshop DROP COLUMN kind;
      ALTER TABLE known_branch DROP COLUMN commune_code`);
  }
}
