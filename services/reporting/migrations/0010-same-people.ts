import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';

/**
 * Who is the same person as whom. `person_edge` keeps each merge and each unmerge as it was told, to be summed; `person_root` says,
 * of everybody who is one with somebody, by which number they count. In each version of the figures.
 */
export class SamePeople1760000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION reporting.begin_groups(store text) RETURNS void LANGUAGE plpgsql
        SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE target text;
      BEGIN
        EXECUTE format($ddl$
          CREATE TABLE %1$I.person_edge (
            event_id uuid PRIMARY KEY, merge_id uuid NOT NULL, a int NOT NULL, b int NOT NULL, units int NOT NULL,
            recorded_at timestamptz(3) NOT NULL, CHECK (a <> b));
          CREATE INDEX person_edge_a ON %1$I.person_edge (a);
          CREATE INDEX person_edge_b ON %1$I.person_edge (b);
          CREATE TABLE %1$I.person_root (person_no int PRIMARY KEY, root_no int NOT NULL);
          CREATE INDEX person_root_members ON %1$I.person_root (root_no)$ddl$, store);
        -- Numbers that stand for random ids, of no branch: who may read figures may count people by them.
        FOREACH target IN ARRAY ARRAY['person_edge', 'person_root'] LOOP
          EXECUTE format('ALTER TABLE %I.%I ENABLE ROW LEVEL SECURITY', store, target);
          EXECUTE format('ALTER TABLE %I.%I FORCE ROW LEVEL SECURITY', store, target);
          EXECUTE format('CREATE POLICY network_scope ON %I.%I TO reporting_app USING (true)', store, target);
          EXECUTE format('CREATE POLICY worker_scope ON %I.%I TO reporting_worker USING (true) WITH CHECK (true)', store, target);
          EXECUTE format('GRANT SELECT ON %I.%I TO reporting_app', store, target);
          EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I.%I TO reporting_worker', store, target);
        END LOOP;
      END $$;
      REVOKE ALL ON FUNCTION reporting.begin_groups(text) FROM PUBLIC`);
    // The statements of earlier migrations go on as they are; what is new stands behind them.
    await runner.query(`
      ALTER FUNCTION reporting.begin_people(text) RENAME TO begin_months;
      CREATE FUNCTION reporting.begin_people(store text) RETURNS void LANGUAGE plpgsql
        SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        PERFORM reporting.begin_months(store);
        PERFORM reporting.begin_groups(store);
      END $$;
      REVOKE ALL ON FUNCTION reporting.begin_people(text) FROM PUBLIC;
      ALTER FUNCTION reporting.switch_version(int) RENAME TO switch_months;
      REVOKE ALL ON FUNCTION reporting.switch_months(int) FROM reporting_worker;
      CREATE FUNCTION reporting.switch_version(wanted int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE target text;
      BEGIN
        PERFORM reporting.switch_months(wanted);
        FOREACH target IN ARRAY ARRAY['person_edge', 'person_root'] LOOP
          EXECUTE format('CREATE OR REPLACE VIEW reporting.%I WITH (security_invoker = true) AS SELECT * FROM %I.%I',
                         target, 'reporting_v' || wanted, target);
        END LOOP;
      END $$;
      REVOKE ALL ON FUNCTION reporting.switch_version(int) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION reporting.switch_version(int) TO reporting_worker`);
    await runner.query(`
      DO $$
      DECLARE one record;
      BEGIN
        FOR one IN SELECT 'reporting_v' || version AS store, state FROM reporting.projection_version WHERE state <> 'RETIRED' LOOP
          PERFORM reporting.begin_groups(one.store);
          PERFORM public.ask_of(format('%I.person_edge', one.store)::regclass, '${Permission.ReadFigures}'),
                  public.ask_of(format('%I.person_root', one.store)::regclass, '${Permission.ReadFigures}');
          IF one.state = 'LIVE' THEN
            EXECUTE format('CREATE VIEW reporting.person_edge WITH (security_invoker = true) AS SELECT * FROM %I.person_edge', one.store);
            EXECUTE format('CREATE VIEW reporting.person_root WITH (security_invoker = true) AS SELECT * FROM %I.person_root', one.store);
          END IF;
        END LOOP;
        GRANT SELECT ON reporting.person_edge, reporting.person_root TO reporting_app, reporting_worker;
      END $$`);
  }

  async down(): Promise<void> {
    throw new Error('Versions are not taken back: drop the database instead.');
  }
}
