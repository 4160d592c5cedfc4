import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** What somebody allowed the branch to do in their name, and each act done by it: an act, once noted, is never changed. */
export class Mandates1760000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mandate (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, beneficiary_id uuid NOT NULL REFERENCES beneficiary, version int NOT NULL,
        themes text[] NOT NULL CHECK (cardinality(themes) > 0),
        duration text NOT NULL CHECK (duration IN ('SHORT', 'MONTH', 'SEMESTER', 'LONG')), from_on date NOT NULL, until_on date NOT NULL,
        revoked_on date, revoked_by text, recorded_at timestamptz(3) NOT NULL, recorded_by text NOT NULL,
        CONSTRAINT mandate_revoked CHECK ((revoked_on IS NULL) = (revoked_by IS NULL)));
      CREATE INDEX mandate_of ON mandate (beneficiary_id);
      CREATE TABLE mandate_act (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, mandate_id uuid NOT NULL REFERENCES mandate ON DELETE CASCADE,
        beneficiary_id uuid NOT NULL, theme text NOT NULL, what text NOT NULL, occurred_on date NOT NULL,
        recorded_at timestamptz(3) NOT NULL, recorded_by text NOT NULL);
      CREATE INDEX mandate_act_of ON mandate_act (mandate_id, recorded_at, id);
      CREATE INDEX mandate_act_of_person ON mandate_act (beneficiary_id);
      CREATE FUNCTION keep_mandate_act() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'an act in somebody''s name is never changed'; END $$;
      CREATE TRIGGER mandate_act_kept BEFORE UPDATE ON mandate_act FOR EACH ROW EXECUTE FUNCTION keep_mandate_act();
      SELECT protect('mandate'), protect('mandate_act')`);
    await askOf(runner, { mandate: [Permission.FollowPeople], mandate_act: [Permission.FollowPeople] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mandate_act, mandate; DROP FUNCTION keep_mandate_act');
  }
}
