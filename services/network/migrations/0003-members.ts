import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who works in the network: the one place of members' names and addresses. */
export class Members1760000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE member (
        id uuid PRIMARY KEY, subject text CONSTRAINT member_subject UNIQUE, name text NOT NULL,
        mail text NOT NULL CONSTRAINT member_mail UNIQUE CHECK (mail = lower(mail)), search text NOT NULL, role text NOT NULL,
        branches text[] NOT NULL CHECK (cardinality(branches) > 0), state text NOT NULL, version int NOT NULL,
        created_at timestamptz(3) NOT NULL, invitation_hash text, invitation_ends_at timestamptz(3), mail_due boolean NOT NULL,
        sessions_ended_at timestamptz(3), to_end text NOT NULL, carried_version int NOT NULL,
        tries int NOT NULL DEFAULT 0, next_try_at timestamptz(3));
      CREATE INDEX member_list ON member (name, id);
      CREATE INDEX member_search ON member USING gin (search gin_trgm_ops);
      CREATE INDEX member_sessions_ended ON member (sessions_ended_at) WHERE sessions_ended_at IS NOT NULL;
      CREATE INDEX member_to_carry_out ON member (next_try_at) WHERE carried_version < version OR mail_due`);
    // One's own row, and those of whom all branches are within reach: whoever works beyond them is not theirs to manage.
    const reach = `subject = (SELECT current_setting('app.subject', true))
      OR (SELECT current_setting('app.branches', true)) = '*'
      OR branches <@ (SELECT string_to_array(current_setting('app.branches', true), ','))`;
    await runner.query(`
      DO $$
      DECLARE service text := regexp_replace(current_user, '_owner$', '');
      BEGIN
        ALTER TABLE member ENABLE ROW LEVEL SECURITY;
        ALTER TABLE member FORCE ROW LEVEL SECURITY;
        EXECUTE format('CREATE POLICY branch_scope ON member TO %I USING (%s) WITH CHECK (%2$s)', service || '_app', $reach$${reach}$reach$);
        EXECUTE format('CREATE POLICY worker_scope ON member TO %I USING (true) WITH CHECK (true)', service || '_worker');
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE member');
  }
}
