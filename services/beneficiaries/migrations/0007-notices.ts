import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** What people are told of their seats: the sessions and seats known for it, and each notice with what became of it. */
export class Notices1760000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE known_branch ADD COLUMN city text;
      CREATE TABLE known_session (
        session_id uuid PRIMARY KEY, branch char(2) NOT NULL, starts_at timestamptz(3) NOT NULL, ends_at timestamptz(3) NOT NULL,
        themes text[] NOT NULL, plan_version int NOT NULL, cancelled boolean NOT NULL DEFAULT false);
      CREATE INDEX known_session_soon ON known_session (starts_at) WHERE NOT cancelled;
      CREATE TABLE known_seat (
        enrolment_id uuid PRIMARY KEY, session_id uuid NOT NULL REFERENCES known_session, beneficiary_id uuid NOT NULL REFERENCES beneficiary,
        branch char(2) NOT NULL, confirmed_at timestamptz(3) NOT NULL, cancelled boolean NOT NULL DEFAULT false);
      CREATE INDEX known_seat_of_session ON known_seat (session_id) WHERE NOT cancelled;
      CREATE INDEX known_seat_of_person ON known_seat (beneficiary_id)`);
    // What happened at one instant to one person is one fact, however many sessions it is about; a part is what was heard of too late.
    await runner.query(`
      CREATE TABLE notice (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, beneficiary_id uuid NOT NULL REFERENCES beneficiary, kind text NOT NULL,
        happened_at timestamptz(3) NOT NULL, part int NOT NULL DEFAULT 0, due_at timestamptz(3) NOT NULL,
        state text NOT NULL, channel text, why text, tries int NOT NULL DEFAULT 0, offer_id uuid, offered_until timestamptz(3),
        processed_at timestamptz(3), sent_at timestamptz(3), delivered_at timestamptz(3),
        CONSTRAINT notice_once UNIQUE (beneficiary_id, kind, happened_at, part));
      CREATE INDEX notice_due ON notice (due_at, id) WHERE state = 'WAITING';
      CREATE INDEX notice_under_way ON notice (processed_at) WHERE state = 'PROCESSED';
      CREATE INDEX notice_offer ON notice (offer_id) WHERE offer_id IS NOT NULL;
      CREATE TABLE notice_session (
        notice_id uuid NOT NULL REFERENCES notice ON DELETE CASCADE, session_id uuid NOT NULL, branch char(2) NOT NULL,
        enrolment_id uuid, PRIMARY KEY (notice_id, session_id));
      CREATE INDEX notice_session_of ON notice_session (session_id);
      SELECT protect('known_seat'), protect('notice'), protect('notice_session')`);
    await askOf(runner, {
      known_seat: [Permission.ReadEnrolments],
      notice: [Permission.ReadBeneficiaries, Permission.ReadEnrolments],
      notice_session: [Permission.ReadBeneficiaries, Permission.ReadEnrolments],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notice_session, notice, known_seat, known_session');
    await runner.query('ALTER TABLE known_branch DROP COLUMN city');
  }
}
