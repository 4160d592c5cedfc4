import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where branches sit, and what was published of each quarter: written once, never changed. */
export class OpenData1760000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE branch_seat (branch char(2) PRIMARY KEY, commune_code text NOT NULL);
      CREATE TABLE quarter_publication (
        id uuid PRIMARY KEY, quarter text NOT NULL, starts_on date NOT NULL, ends_on date NOT NULL,
        frozen_at timestamptz(3) NOT NULL, published_by text NOT NULL, CONSTRAINT quarter_published_once UNIQUE (quarter));
      CREATE TABLE published_figure (
        quarter text NOT NULL REFERENCES quarter_publication (quarter), indicator text NOT NULL, territory text NOT NULL,
        dimension text NOT NULL, member text NOT NULL, value int,
        PRIMARY KEY (quarter, indicator, territory, dimension, member))`);
    await runner.query(`
      REVOKE INSERT, UPDATE, DELETE ON branch_seat FROM reporting_app;
      REVOKE UPDATE, DELETE ON quarter_publication, published_figure FROM reporting_app, reporting_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE published_figure, quarter_publication, branch_seat');
  }
}
