import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** Which permission opens which table, for row-level security: any one of those named. */
export class RoleWall1760000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await askOf(runner, { month_closing: [Permission.ReadFigures] });
    // Every version of the figures there is, and every one to come.
    await runner.query(`
      CREATE FUNCTION reporting.ask_of_version(store text) RETURNS void LANGUAGE plpgsql
        SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE target text;
      BEGIN
        FOR target IN SELECT tablename FROM pg_tables WHERE schemaname = store LOOP
          PERFORM public.ask_of(format('%I.%I', store, target)::regclass, '${Permission.ReadFigures}');
        END LOOP;
      END $$;
      REVOKE ALL ON FUNCTION reporting.ask_of_version(text) FROM PUBLIC;
      ALTER FUNCTION reporting.begin_version() RENAME TO begin_unasked;
      REVOKE ALL ON FUNCTION reporting.begin_unasked() FROM reporting_worker;
      CREATE FUNCTION reporting.begin_version() RETURNS int LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE made int := reporting.begin_unasked();
      BEGIN
        PERFORM reporting.ask_of_version('reporting_v' || made);
        RETURN made;
      END $$;
      REVOKE ALL ON FUNCTION reporting.begin_version() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION reporting.begin_version() TO reporting_worker;
      SELECT reporting.ask_of_version('reporting_v' || version) FROM reporting.projection_version WHERE state <> 'RETIRED'`);
  }

  async down(): Promise<void> {
    throw new Error('The wall is not taken back: drop the database instead.');
  }
}
