import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Workshops, sessions, enrolments, support acts, and the small copies of other services' facts. */
export class Workshops1760000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE known_branch (branch char(2) PRIMARY KEY, zone text NOT NULL, open boolean NOT NULL);
      CREATE TABLE known_place (place_id uuid PRIMARY KEY, branch char(2), usable boolean NOT NULL);
      CREATE TABLE known_person (beneficiary_id uuid PRIMARY KEY, branch char(2) NOT NULL, voided boolean NOT NULL DEFAULT false);
      CREATE TABLE person_class (
        beneficiary_id uuid NOT NULL, holds_from date NOT NULL, gender text NOT NULL, age_band text NOT NULL,
        social_status text NOT NULL, commune_code text, PRIMARY KEY (beneficiary_id, holds_from))`);
    await runner.query(`
      CREATE TABLE workshop (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, title text NOT NULL, summary text, level text NOT NULL, themes text[] NOT NULL,
        minutes int NOT NULL, resource_title text, resource_url text, retired boolean NOT NULL DEFAULT false,
        created_at timestamptz(3) NOT NULL);
      CREATE INDEX workshop_list ON workshop (branch, title, id);
      SELECT protect('workshop')`);
    await runner.query(`
      CREATE TABLE session (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, workshop_id uuid NOT NULL REFERENCES workshop, title text NOT NULL,
        place_id uuid NOT NULL, room text, starts_at timestamptz(3) NOT NULL, ends_at timestamptz(3) NOT NULL, zone text NOT NULL,
        occurred_on date NOT NULL, seats int NOT NULL, seats_taken int NOT NULL DEFAULT 0, level text NOT NULL, themes text[] NOT NULL,
        state text NOT NULL, after_the_fact boolean NOT NULL DEFAULT false, cancel_reason text,
        CHECK (ends_at > starts_at), CHECK (seats > 0),
        CONSTRAINT session_never_overbooked CHECK (seats_taken BETWEEN 0 AND seats),
        CONSTRAINT session_room_free EXCLUDE USING gist (place_id WITH =, room WITH =, tstzrange(starts_at, ends_at) WITH &&)
          WHERE (state <> 'CANCELLED' AND room IS NOT NULL));
      CREATE INDEX session_week ON session (branch, starts_at, id);
      SELECT protect('session')`);
    await runner.query(`
      CREATE TABLE enrolment (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, session_id uuid NOT NULL REFERENCES session, beneficiary_id uuid NOT NULL,
        state text NOT NULL, attendance text NOT NULL, enrolled_at timestamptz(3) NOT NULL, marked_at timestamptz(3), marked_by text,
        version int NOT NULL DEFAULT 1);
      CREATE UNIQUE INDEX enrolment_once ON enrolment (session_id, beneficiary_id) WHERE state = 'CONFIRMED';
      CREATE INDEX enrolment_of_person ON enrolment (beneficiary_id, session_id);
      SELECT protect('enrolment')`);
    await runner.query(`
      CREATE TABLE support_act (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, solution text NOT NULL, occurred_at timestamptz(3) NOT NULL, occurred_on date NOT NULL,
        minutes int NOT NULL, beneficiary_id uuid, session_id uuid REFERENCES session, enrolment_id uuid, place_id uuid,
        themes text[] NOT NULL, administrative_themes text[] NOT NULL, devices_used text[] NOT NULL, autonomy text, redirection text,
        gender text NOT NULL, age_band text NOT NULL, social_status text NOT NULL, commune_code text,
        voided boolean NOT NULL DEFAULT false, recorded_by text NOT NULL, recorded_at timestamptz(3) NOT NULL);
      CREATE INDEX support_act_day ON support_act (branch, occurred_at DESC, id DESC);
      CREATE INDEX support_act_of_person ON support_act (beneficiary_id, occurred_on);
      CREATE INDEX support_act_of_session ON support_act (session_id) WHERE NOT voided;
      SELECT protect('support_act')`);
    await runner.query(`
      CREATE TABLE refused_drop_in (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, occurred_at timestamptz(3) NOT NULL, occurred_on date NOT NULL, place_id uuid,
        themes text[] NOT NULL, voided boolean NOT NULL DEFAULT false, recorded_by text NOT NULL);
      CREATE INDEX refused_drop_in_day ON refused_drop_in (branch, occurred_at DESC, id DESC);
      SELECT protect('refused_drop_in')`);
    await runner.query(`
      CREATE TABLE correction (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, subject_kind text NOT NULL, subject_id uuid NOT NULL, what text NOT NULL,
        reason text NOT NULL, author text NOT NULL, at timestamptz(3) NOT NULL);
      CREATE INDEX correction_of ON correction (subject_id, at);
      SELECT protect('correction')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE correction, refused_drop_in, support_act, enrolment, session, workshop, person_class, known_person, known_place, known_branch',
    );
  }
}
