import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who was helped in which month, so that people are counted once over years without reading every act: a row per person and
 * month, which knows the person's month before and after it, and the number of people by month and month before. In each
 * version of the figures; `--` is the network, where a person counts once however many branches saw them.
 */
export class PeopleByMonth1760000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION reporting.begin_people(store text) RETURNS void LANGUAGE plpgsql
        SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE target text;
      BEGIN
        EXECUTE format($ddl$
          CREATE TABLE %1$I.person_month (
            branch char(2), month date, person_no int, prev_month date NOT NULL, next_month date NOT NULL,
            days int NOT NULL CHECK (days <> 0), PRIMARY KEY (branch, month, person_no)) WITH (fillfactor = 90);
          CREATE TABLE %1$I.person_cell (
            branch char(2), month date, prev_month date, value bigint NOT NULL,
            PRIMARY KEY (branch, month, prev_month)) WITH (fillfactor = 80)$ddl$, store);
        FOREACH target IN ARRAY ARRAY['person_month', 'person_cell'] LOOP
          EXECUTE format('ALTER TABLE %I.%I ENABLE ROW LEVEL SECURITY', store, target);
          EXECUTE format('ALTER TABLE %I.%I FORCE ROW LEVEL SECURITY', store, target);
          EXECUTE format('CREATE POLICY branch_scope ON %I.%I TO reporting_app USING (%s)', store, target, public.branch_reach());
          EXECUTE format('CREATE POLICY worker_scope ON %I.%I TO reporting_worker USING (true) WITH CHECK (true)', store, target);
          EXECUTE format('GRANT SELECT ON %I.%I TO reporting_app', store, target);
          EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I.%I TO reporting_worker', store, target);
        END LOOP;
      END $$;
      REVOKE ALL ON FUNCTION reporting.begin_people(text) FROM PUBLIC`);
    // By person and month: an act tells anew on which days of its month that person was seen, from the index alone.
    await runner.query(`
      CREATE FUNCTION reporting.index_people(store text) RETURNS void LANGUAGE plpgsql
        SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        EXECUTE format($ddl$
          CREATE INDEX IF NOT EXISTS person_month_chain ON %1$I.person_month (person_no, branch, month);
          DROP INDEX IF EXISTS %1$I.delta_person;
          CREATE INDEX IF NOT EXISTS delta_person_day ON %1$I.delta (person_no, occurred_on) INCLUDE (branch, units)
            WHERE kind = 1 AND person_no IS NOT NULL$ddl$, store);
      END $$;
      REVOKE ALL ON FUNCTION reporting.index_people(text) FROM PUBLIC`);
    // The statements of 0002 go on as they are; what is new stands behind them.
    await runner.query(`
      ALTER FUNCTION reporting.begin_version() RENAME TO begin_sums;
      ALTER FUNCTION reporting.index_version(int) RENAME TO index_sums;
      ALTER FUNCTION reporting.switch_version(int) RENAME TO switch_sums;
      REVOKE ALL ON FUNCTION reporting.begin_sums(), reporting.index_sums(int), reporting.switch_sums(int) FROM reporting_worker;
      CREATE FUNCTION reporting.begin_version() RETURNS int LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE made int := reporting.begin_sums();
      BEGIN
        PERFORM reporting.begin_people('reporting_v' || made);
        RETURN made;
      END $$;
      CREATE FUNCTION reporting.index_version(wanted int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        PERFORM reporting.index_sums(wanted);
        PERFORM reporting.index_people('reporting_v' || wanted);
      END $$;
      CREATE FUNCTION reporting.switch_version(wanted int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE target text;
      BEGIN
        PERFORM reporting.switch_sums(wanted);
        FOREACH target IN ARRAY ARRAY['person_month', 'person_cell'] LOOP
          EXECUTE format('CREATE OR REPLACE VIEW reporting.%I WITH (security_invoker = true) AS SELECT * FROM %I.%I',
                         target, 'reporting_v' || wanted, target);
        END LOOP;
      END $$;
      REVOKE ALL ON FUNCTION reporting.begin_version(), reporting.index_version(int), reporting.switch_version(int) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION reporting.begin_version(), reporting.index_version(int), reporting.switch_version(int) TO reporting_worker`);
    await runner.query(`
      DO $$
      DECLARE one record;
      BEGIN
        FOR one IN SELECT 'reporting_v' || version AS store, state FROM reporting.projection_version WHERE state <> 'RETIRED' LOOP
          PERFORM reporting.begin_people(one.store);
          CONTINUE WHEN one.state = 'LOADING';
          -- The owner stands behind row-level security like everybody: it fills its own tables without.
          EXECUTE format('ALTER TABLE %1$I.delta NO FORCE ROW LEVEL SECURITY; ALTER TABLE %1$I.person_month NO FORCE ROW LEVEL SECURITY;
                          ALTER TABLE %1$I.person_cell NO FORCE ROW LEVEL SECURITY; ALTER TABLE %1$I.cell_day NO FORCE ROW LEVEL SECURITY;
                          ALTER TABLE %1$I.cell_month NO FORCE ROW LEVEL SECURITY', one.store);
          EXECUTE format($fill$
            INSERT INTO %1$I.person_month (branch, month, person_no, prev_month, next_month, days)
            SELECT branch, month, person_no, lag(month, 1, '0001-01-01') OVER w, lead(month, 1, '9999-12-31') OVER w, days
            FROM (SELECT coalesce(branch, '--') AS branch, person_no, date_trunc('month', occurred_on)::date AS month,
                         bit_or(1 << (extract(day FROM occurred_on)::int - 1)) AS days
                  FROM (SELECT branch, person_no, occurred_on FROM %1$I.delta WHERE kind = 1 AND person_no IS NOT NULL
                        GROUP BY GROUPING SETS ((branch, person_no, occurred_on), (person_no, occurred_on)) HAVING sum(units) > 0) seen
                  GROUP BY 1, 2, 3) months
            WINDOW w AS (PARTITION BY branch, person_no ORDER BY month);
            INSERT INTO %1$I.person_cell SELECT branch, month, prev_month, count(*) FROM %1$I.person_month GROUP BY 1, 2, 3;
            INSERT INTO %1$I.cell_month SELECT 15, 0, coalesce(branch, '--'), month, 0, sum(units)
              FROM (SELECT branch, date_trunc('month', occurred_on)::date AS month, units FROM %1$I.delta WHERE kind = 1 AND person_no IS NULL) acts
              GROUP BY GROUPING SETS ((branch, month), (month)) HAVING sum(units) <> 0;
            INSERT INTO %1$I.cell_day SELECT 15, 0, coalesce(branch, '--'), occurred_on, 0, sum(units) FROM %1$I.delta
              WHERE kind = 1 AND person_no IS NULL GROUP BY GROUPING SETS ((branch, occurred_on), (occurred_on)) HAVING sum(units) <> 0$fill$,
            one.store);
          EXECUTE format('ALTER TABLE %1$I.delta FORCE ROW LEVEL SECURITY; ALTER TABLE %1$I.person_month FORCE ROW LEVEL SECURITY;
                          ALTER TABLE %1$I.person_cell FORCE ROW LEVEL SECURITY; ALTER TABLE %1$I.cell_day FORCE ROW LEVEL SECURITY;
                          ALTER TABLE %1$I.cell_month FORCE ROW LEVEL SECURITY', one.store);
          PERFORM reporting.index_people(one.store);
          IF one.state = 'LIVE' THEN
            EXECUTE format('CREATE VIEW reporting.person_month WITH (security_invoker = true) AS SELECT * FROM %I.person_month', one.store);
            EXECUTE format('CREATE VIEW reporting.person_cell WITH (security_invoker = true) AS SELECT * FROM %I.person_cell', one.store);
          END IF;
        END LOOP;
        GRANT SELECT ON reporting.person_month, reporting.person_cell TO reporting_app, reporting_worker;
      END $$`);
  }

  async down(): Promise<void> {
    throw new Error('Versions are not taken back: drop the database instead.');
  }
}
