import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Several versions of the figures side by side: the next one is filled beside the one that readers see, compared, and
 * switched to in one transaction. Whoever does so is the worker role, which owns nothing: the few statements that need the owner
 * are functions of the owner's.
 */
export class Versions1760000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // From a delta to the thing it speaks of, and to the ledger its event stands in.
    await runner.query(`
      CREATE TABLE event_type_number (id text PRIMARY KEY, no int GENERATED ALWAYS AS IDENTITY UNIQUE);
      ALTER TABLE reporting_v1.delta ADD COLUMN subject text, ADD COLUMN type_no int;
      CREATE OR REPLACE VIEW reporting.delta WITH (security_invoker = true) AS SELECT * FROM reporting_v1.delta;
      CREATE TABLE reporting.projection_version (
        version int PRIMARY KEY, state text NOT NULL CHECK (state IN ('LOADING', 'STANDBY', 'LIVE', 'RETIRED')),
        began_at timestamptz(3) NOT NULL, loaded_at timestamptz(3), switched_at timestamptz(3));
      CREATE UNIQUE INDEX one_live_version ON reporting.projection_version (state) WHERE state = 'LIVE';
      CREATE UNIQUE INDEX one_loading_version ON reporting.projection_version (state) WHERE state = 'LOADING';
      INSERT INTO reporting.projection_version VALUES (1, 'LIVE', now(), now(), now())`);
    await runner.query(`
      CREATE FUNCTION reporting.begin_version() RETURNS int LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        made int := (SELECT max(version) + 1 FROM reporting.projection_version);
        store text := 'reporting_v' || made;
        target text;
      BEGIN
        INSERT INTO reporting.projection_version VALUES (made, 'LOADING', now());
        EXECUTE format('CREATE SCHEMA %I', store);
        EXECUTE format($ddl$
          CREATE TABLE %1$I.delta (
            event_id uuid NOT NULL, n int2 NOT NULL, recorded_at timestamptz(3) NOT NULL,
            themes bigint NOT NULL DEFAULT 0, cents bigint NOT NULL DEFAULT 0, occurred_on date NOT NULL,
            person_no int, place_no int, commune_no int, units int NOT NULL, minutes int NOT NULL DEFAULT 0,
            kind int2 NOT NULL, branch char(2) NOT NULL, solution int2, gender int2, age_band int2, status int2, a1 int2, a2 int2,
            lag_days int2 NOT NULL, subject text, type_no int, PRIMARY KEY (event_id, n)
          ) WITH (autovacuum_vacuum_insert_threshold = 50000, autovacuum_vacuum_insert_scale_factor = 0);
          CREATE TABLE %1$I.cell_day (
            indicator int2, dim int2, branch char(2), day date, member int, value bigint NOT NULL,
            PRIMARY KEY (indicator, dim, branch, day, member)) WITH (fillfactor = 80);
          CREATE TABLE %1$I.cell_month (
            indicator int2, dim int2, branch char(2), month date, member int, value bigint NOT NULL,
            PRIMARY KEY (indicator, dim, branch, month, member)) WITH (fillfactor = 80);
          CREATE TABLE %1$I.watermark (
            branch char(2) PRIMARY KEY, version bigint NOT NULL, changed_at timestamptz(3) NOT NULL)$ddl$, store);
        FOREACH target IN ARRAY ARRAY['delta', 'cell_day', 'cell_month', 'watermark'] LOOP
          EXECUTE format('ALTER TABLE %I.%I ENABLE ROW LEVEL SECURITY', store, target);
          EXECUTE format('ALTER TABLE %I.%I FORCE ROW LEVEL SECURITY', store, target);
          EXECUTE format('CREATE POLICY branch_scope ON %I.%I TO reporting_app USING (%s)', store, target, public.branch_reach());
          EXECUTE format('CREATE POLICY worker_scope ON %I.%I TO reporting_worker USING (true) WITH CHECK (true)', store, target);
        END LOOP;
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO reporting_app, reporting_worker', store);
        EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO reporting_app, reporting_worker', store);
        EXECUTE format('GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO reporting_worker', store);
        RETURN made;
      END $$`);
    // Loaded first, indexed after: half the time of doing both at once.
    await runner.query(`
      CREATE FUNCTION reporting.index_version(wanted int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        EXECUTE format($ddl$
          CREATE INDEX IF NOT EXISTS delta_read ON %1$I.delta (branch, occurred_on, event_id, n)
            INCLUDE (recorded_at, themes, person_no, place_no, commune_no, units, minutes, cents, kind, solution, gender, age_band, status, a1, a2);
          CREATE INDEX IF NOT EXISTS delta_late ON %1$I.delta (occurred_on, recorded_at) WHERE lag_days > 7;
          CREATE INDEX IF NOT EXISTS delta_early ON %1$I.delta (occurred_on, recorded_at) WHERE lag_days < 0;
          CREATE INDEX IF NOT EXISTS delta_recorded ON %1$I.delta USING brin (recorded_at) WITH (pages_per_range = 32);
          CREATE INDEX IF NOT EXISTS delta_person ON %1$I.delta (person_no);
          ANALYZE %1$I.delta$ddl$, 'reporting_v' || wanted);
      END $$`);
    // Readers see the old figures or the new ones, never some of each: views, states and places of record change at once.
    await runner.query(`
      CREATE FUNCTION reporting.switch_version(wanted int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        old int := (SELECT version FROM reporting.projection_version WHERE state = 'LIVE' FOR UPDATE);
        target text;
      BEGIN
        IF NOT EXISTS (SELECT 1 FROM reporting.projection_version WHERE version = wanted AND state = 'STANDBY' FOR UPDATE) THEN
          RAISE EXCEPTION 'version % is not standing by', wanted USING ERRCODE = 'PV001';
        END IF;
        PERFORM 1 FROM public.consumer_offset WHERE reader IN ('live', 'v' || wanted) ORDER BY reader, topic, partition FOR UPDATE;
        FOREACH target IN ARRAY ARRAY['delta', 'cell_day', 'cell_month', 'watermark'] LOOP
          EXECUTE format('CREATE OR REPLACE VIEW reporting.%I WITH (security_invoker = true) AS SELECT * FROM %I.%I',
                         target, 'reporting_v' || wanted, target);
        END LOOP;
        UPDATE reporting.projection_version SET state = 'STANDBY' WHERE version = old;
        UPDATE reporting.projection_version SET state = 'LIVE', switched_at = now() WHERE version = wanted;
        UPDATE public.consumer_offset SET reader = 'v' || old || '?' WHERE reader = 'live';
        UPDATE public.consumer_offset SET reader = 'live' WHERE reader = 'v' || wanted;
        UPDATE public.consumer_offset SET reader = 'v' || old WHERE reader = 'v' || old || '?';
        UPDATE public.dead_letter SET reader = 'v' || old || '?' WHERE reader = 'live';
        UPDATE public.dead_letter SET reader = 'live' WHERE reader = 'v' || wanted;
        UPDATE public.dead_letter SET reader = 'v' || old WHERE reader = 'v' || old || '?';
      END $$`);
    await runner.query(`
      CREATE FUNCTION reporting.drop_version(wanted int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        UPDATE reporting.projection_version SET state = 'RETIRED' WHERE version = wanted AND state IN ('LOADING', 'STANDBY');
        IF NOT FOUND THEN
          RAISE EXCEPTION 'version % is seen by readers, or gone', wanted USING ERRCODE = 'PV001';
        END IF;
        EXECUTE format('DROP SCHEMA %I CASCADE', 'reporting_v' || wanted);
        DELETE FROM public.consumer_offset WHERE reader = 'v' || wanted;
        DELETE FROM public.dead_letter WHERE reader = 'v' || wanted;
      END $$`);
    await runner.query(`
      GRANT SELECT ON reporting.projection_version TO reporting_app;
      GRANT SELECT, UPDATE ON reporting.projection_version TO reporting_worker;
      REVOKE INSERT, UPDATE, DELETE ON event_type_number FROM reporting_app;
      REVOKE ALL ON FUNCTION reporting.begin_version(), reporting.index_version(int), reporting.switch_version(int), reporting.drop_version(int)
        FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION reporting.begin_version(), reporting.index_version(int), reporting.switch_version(int), reporting.drop_version(int)
        TO reporting_worker`);
  }

  async down(): Promise<void> {
    throw new Error('Versions are not taken back: drop the database instead.');
  }
}
