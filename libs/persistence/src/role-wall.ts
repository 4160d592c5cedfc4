import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Permission } from '#access';

/**
 * Row-level security learns what the caller's role may do: `permits` looks at the permissions named in the transaction's context,
 * `ask_of` puts them before a table, beside the policies that bind it to branches, and `require_permission` before a command.
 */
export class RoleWall1000000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Without a context the setting is null or empty: nothing is permitted.
    await runner.query(`
      CREATE FUNCTION permits(VARIADIC wanted text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT coalesce(string_to_array(current_setting('app.permissions', true), ',') && wanted, false)
      $$`);
    await runner.query(`
      CREATE FUNCTION require_permission(wanted text) RETURNS void LANGUAGE plpgsql STABLE AS $$
      BEGIN
        IF NOT permits(wanted) THEN
          RAISE EXCEPTION 'not permitted' USING ERRCODE = 'insufficient_privilege';
        END IF;
      END $$`);
    // What a permitted command needs to find is found; what it answers with is read again as any other record. As a sub-select
    // it is asked once for a statement, not once for a row.
    await runner.query(`
      CREATE FUNCTION ask_of(target regclass, VARIADIC wanted text[]) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('CREATE POLICY role_scope ON %s AS RESTRICTIVE TO %I
                        USING ((SELECT permits(VARIADIC %L) OR current_setting(''app.command'', true) = ''yes''))',
                       target, regexp_replace(current_user, '_owner$', '') || '_app', wanted);
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION ask_of, require_permission, permits');
  }
}

/** Puts these permissions, any one of which will do, before the rows of each table; for a service's migration. */
export async function askOf(
  runner: QueryRunner,
  tables: Readonly<Record<string, readonly Permission[]>>,
): Promise<void> {
  for (const [table, permissions] of Object.entries(tables))
    await runner.query('SELECT ask_of($1::regclass, VARIADIC $2::text[])', [table, permissions]);
}
