import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** What people can do with digital tools, measured at entry, at exit and six months later; and who is still to be asked. */
export class Assessments1760000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE assessment (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, beneficiary_id uuid NOT NULL REFERENCES beneficiary, entry_id uuid NOT NULL,
        moment text NOT NULL CHECK (moment IN ('ENTRY', 'EXIT', 'SIX_MONTHS')),
        outcome text NOT NULL CHECK (outcome IN ('ANSWERED', 'REFUSED', 'UNREACHABLE')), occurred_on date NOT NULL,
        questionnaire text NOT NULL, questionnaire_version int NOT NULL, answers jsonb NOT NULL, told jsonb NOT NULL,
        follow_up_on date, followed_up boolean NOT NULL, recorded_at timestamptz(3) NOT NULL, recorded_by text NOT NULL,
        voided_at timestamptz(3), voided_by text, reason text,
        CONSTRAINT assessment_entry CHECK ((moment = 'ENTRY') = (entry_id = id)),
        CONSTRAINT assessment_answers CHECK ((outcome = 'ANSWERED') = (jsonb_array_length(answers) > 0)),
        CONSTRAINT assessment_voided CHECK ((voided_at IS NULL) = (voided_by IS NULL)));
      CREATE INDEX assessment_of ON assessment (beneficiary_id);
      CREATE UNIQUE INDEX assessment_once ON assessment (entry_id, moment) WHERE outcome = 'ANSWERED' AND voided_at IS NULL;
      CREATE INDEX assessment_due ON assessment (branch, follow_up_on, id) WHERE NOT followed_up AND voided_at IS NULL;
      SELECT protect('assessment')`);
    await askOf(runner, { assessment: [Permission.FollowPeople] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE assessment');
  }
}
