import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';

const COLUMNS = [
  'event_id, n, recorded_at, themes, cents, occurred_on, person_no, place_no, commune_no, units, minutes, kind, branch',
  'solution, gender, age_band, status, a1, a2, lag_days',
].join(', ');

/**
 * Whoever reads sums of other branches reads their deltas, and must not read of what or whom a delta tells: the database itself leaves
 * that out, outside the reader's own branches and, of persons, for a role that may not read persons.
 */
export class SubjectWall1760000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION reporting.wall_off_subjects(store text) RETURNS void LANGUAGE plpgsql
        SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        EXECUTE format($view$
          CREATE OR REPLACE VIEW reporting.delta WITH (security_invoker = true) AS
          SELECT ${COLUMNS},
            CASE WHEN current_user = 'reporting_worker'
              OR ((branch = ANY ((SELECT string_to_array(current_setting('app.own_branches', true), ','))::bpchar[])
                   OR (SELECT current_setting('app.own_branches', true)) = '*')
                  AND ((SELECT permits('${Permission.ReadBeneficiaries}'))
                       OR type_no <> ALL (ARRAY(SELECT no FROM event_type_number WHERE id LIKE 'beneficiaries.%%'))))
              THEN subject END AS subject,
            type_no
          FROM %I.delta$view$, store);
      END $$;
      REVOKE ALL ON FUNCTION reporting.wall_off_subjects(text) FROM PUBLIC;
      ALTER FUNCTION reporting.switch_version(int) RENAME TO switch_groups;
      REVOKE ALL ON FUNCTION reporting.switch_groups(int) FROM reporting_worker;
      CREATE FUNCTION reporting.switch_version(wanted int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        PERFORM reporting.switch_groups(wanted);
        PERFORM reporting.wall_off_subjects('reporting_v' || wanted);
      END $$;
      REVOKE ALL ON FUNCTION reporting.switch_version(int) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION reporting.switch_version(int) TO reporting_worker;
      SELECT reporting.wall_off_subjects('reporting_v' || version) FROM reporting.projection_version WHERE state = 'LIVE'`);
  }

  async down(): Promise<void> {
    throw new Error('The wall is not taken back: drop the database instead.');
  }
}
