import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The store of figures: signed deltas, and the cells they add up to. One schema per version of the projection, so that
 * the next one can be built beside this one; readers go through the views of `reporting`.
 */
export class Figures1760000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA reporting_v1;
      CREATE SCHEMA reporting;
      CREATE TABLE reporting_v1.delta (
        event_id uuid NOT NULL, n int2 NOT NULL, recorded_at timestamptz(3) NOT NULL,
        themes bigint NOT NULL DEFAULT 0, cents bigint NOT NULL DEFAULT 0, occurred_on date NOT NULL,
        person_no int, place_no int, commune_no int, units int NOT NULL, minutes int NOT NULL DEFAULT 0,
        kind int2 NOT NULL, branch char(2) NOT NULL, solution int2, gender int2, age_band int2, status int2, a1 int2, a2 int2,
        lag_days int2 NOT NULL, PRIMARY KEY (event_id, n)
      ) WITH (autovacuum_vacuum_insert_threshold = 50000, autovacuum_vacuum_insert_scale_factor = 0);
      CREATE INDEX delta_read ON reporting_v1.delta (branch, occurred_on, event_id, n)
        INCLUDE (recorded_at, themes, person_no, place_no, commune_no, units, minutes, cents, kind, solution, gender, age_band, status, a1, a2);
      CREATE INDEX delta_late ON reporting_v1.delta (occurred_on, recorded_at) WHERE lag_days > 7;
      CREATE INDEX delta_early ON reporting_v1.delta (occurred_on, recorded_at) WHERE lag_days < 0;
      CREATE INDEX delta_recorded ON reporting_v1.delta USING brin (recorded_at) WITH (pages_per_range = 32);
      CREATE INDEX delta_person ON reporting_v1.delta (person_no);
      CREATE TABLE reporting_v1.cell_day (
        indicator int2, dim int2, branch char(2), day date, member int, value bigint NOT NULL,
        PRIMARY KEY (indicator, dim, branch, day, member)) WITH (fillfactor = 80);
      CREATE TABLE reporting_v1.cell_month (
        indicator int2, dim int2, branch char(2), month date, member int, value bigint NOT NULL,
        PRIMARY KEY (indicator, dim, branch, month, member)) WITH (fillfactor = 80);
      CREATE TABLE reporting_v1.watermark (branch char(2) PRIMARY KEY, version bigint NOT NULL, changed_at timestamptz(3) NOT NULL);
      CREATE TABLE person_number (id uuid PRIMARY KEY, no int GENERATED ALWAYS AS IDENTITY UNIQUE);
      CREATE TABLE place_number (id uuid PRIMARY KEY, no int GENERATED ALWAYS AS IDENTITY UNIQUE);
      CREATE TABLE commune_number (id text PRIMARY KEY, no int GENERATED ALWAYS AS IDENTITY UNIQUE)`);
    await runner.query(`
      SELECT protect('reporting_v1.delta'), protect('reporting_v1.cell_day'), protect('reporting_v1.cell_month'), protect('reporting_v1.watermark')`);
    await runner.query(`
      CREATE VIEW reporting.delta WITH (security_invoker = true) AS SELECT * FROM reporting_v1.delta;
      CREATE VIEW reporting.cell_day WITH (security_invoker = true) AS SELECT * FROM reporting_v1.cell_day;
      CREATE VIEW reporting.cell_month WITH (security_invoker = true) AS SELECT * FROM reporting_v1.cell_month;
      CREATE VIEW reporting.watermark WITH (security_invoker = true) AS SELECT * FROM reporting_v1.watermark`);
    // Readers read; only the worker, which applies events, writes.
    await runner.query(`
      GRANT USAGE ON SCHEMA reporting, reporting_v1 TO reporting_app, reporting_worker;
      GRANT SELECT ON ALL TABLES IN SCHEMA reporting, reporting_v1 TO reporting_app, reporting_worker;
      GRANT INSERT, UPDATE ON ALL TABLES IN SCHEMA reporting_v1 TO reporting_worker;
      REVOKE INSERT, UPDATE, DELETE ON person_number, place_number, commune_number FROM reporting_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP SCHEMA reporting, reporting_v1 CASCADE; DROP TABLE person_number, place_number, commune_number',
    );
  }
}
