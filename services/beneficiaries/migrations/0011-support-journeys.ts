import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** The way somebody goes with the branch: goals, steps and how it ended; and where they were sent on, with what became of it. */
export class SupportJourneys1760000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE known_helper (
        member_id uuid PRIMARY KEY, subject text, branches text[] NOT NULL, active boolean NOT NULL DEFAULT true);
      CREATE INDEX known_helper_subject ON known_helper (subject);
      CREATE TABLE support_journey (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, beneficiary_id uuid NOT NULL REFERENCES beneficiary, version int NOT NULL,
        state text NOT NULL CHECK (state IN ('OPEN', 'PAUSED', 'COMPLETED', 'ABANDONED')), referent text, goals jsonb NOT NULL,
        next_due_on date NOT NULL, opened_on date NOT NULL, paused_on date, pauses jsonb NOT NULL, ended_on date, exit_reason text,
        outcomes text[] NOT NULL, opening_told boolean NOT NULL, ending_told boolean NOT NULL, recorded_at timestamptz(3) NOT NULL,
        recorded_by text NOT NULL, voided_at timestamptz(3), voided_by text, reason text,
        CONSTRAINT support_journey_paused CHECK ((state = 'PAUSED') = (paused_on IS NOT NULL)),
        CONSTRAINT support_journey_ended CHECK ((state IN ('COMPLETED', 'ABANDONED')) = (ended_on IS NOT NULL)
          AND (ended_on IS NULL) = (exit_reason IS NULL)),
        CONSTRAINT support_journey_voided CHECK ((voided_at IS NULL) = (voided_by IS NULL)));
      CREATE INDEX support_journey_of ON support_journey (beneficiary_id);
      CREATE UNIQUE INDEX support_journey_once ON support_journey (beneficiary_id)
        WHERE state IN ('OPEN', 'PAUSED') AND voided_at IS NULL;
      CREATE INDEX support_journey_due ON support_journey (branch, next_due_on, id)
        WHERE state IN ('OPEN', 'PAUSED') AND voided_at IS NULL;
      CREATE TABLE redirection (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, beneficiary_id uuid NOT NULL REFERENCES beneficiary, version int NOT NULL,
        target text NOT NULL, whereto text, sent_on date NOT NULL, result text, result_on date, told boolean NOT NULL,
        recorded_at timestamptz(3) NOT NULL, recorded_by text NOT NULL, voided_at timestamptz(3), voided_by text, reason text,
        CONSTRAINT redirection_result CHECK ((result IS NULL) = (result_on IS NULL)),
        CONSTRAINT redirection_voided CHECK ((voided_at IS NULL) = (voided_by IS NULL)));
      CREATE INDEX redirection_of ON redirection (beneficiary_id);
      SELECT protect('support_journey'), protect('redirection')`);
    await askOf(runner, {
      support_journey: [Permission.FollowPeople],
      redirection: [Permission.FollowPeople],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE redirection, support_journey, known_helper');
  }
}
