import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * First migration of every service, run by its owner role `<service>_owner`: what the roles `<service>_app` (requests,
 * bound by row-level security) and `<service>_worker` (reactions and relay) get on every table to come, and `protect`,
 * the second wall put before each branch-owned table.
 */
export class RolesAndRowSecurity1000000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$
      DECLARE service text := regexp_replace(current_user, '_owner$', '');
      BEGIN
        EXECUTE format('GRANT USAGE ON SCHEMA public TO %I, %I', service || '_app', service || '_worker');
        EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %I, %I',
                       service || '_app', service || '_worker');
        EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO %I, %I',
                       service || '_app', service || '_worker');
      END $$`);
    // Without a context the setting is null or empty: the caller sees nothing. As sub-selects it is read once for a
    // statement, not once for a row, and an index on the branch can be used.
    await runner.query(`
      CREATE FUNCTION branch_reach() RETURNS text LANGUAGE sql IMMUTABLE AS $$
        SELECT $reach$ branch = ANY ((SELECT string_to_array(current_setting('app.branches', true), ','))::bpchar[])
                    OR (SELECT current_setting('app.branches', true)) = '*' $reach$
      $$`);
    await runner.query(`
      CREATE FUNCTION protect(target regclass) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE service text := regexp_replace(current_user, '_owner$', '');
      BEGIN
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
        EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
        EXECUTE format('CREATE POLICY branch_scope ON %s TO %I USING (%s) WITH CHECK (%3$s)',
                       target, service || '_app', branch_reach());
        EXECUTE format('CREATE POLICY worker_scope ON %s TO %I USING (true) WITH CHECK (true)', target, service || '_worker');
      END $$`);
    await runner.query(`
      CREATE TABLE idempotency_key (
        subject text NOT NULL, mutation text NOT NULL, key text NOT NULL, argument_hash text NOT NULL,
        result_id text, created_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (subject, mutation, key))`);
    await runner.query('CREATE INDEX idempotency_key_age ON idempotency_key (created_at)');
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not taken back: drop the database instead.');
  }
}
