import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** When helpers may be asked, how often their part in a shift has changed, and the addresses of their own calendars. */
export class HelpersTime1760000000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE duty ADD COLUMN version int NOT NULL DEFAULT 0;
      CREATE TABLE helper_availability (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, subject text NOT NULL, weekly jsonb NOT NULL, away jsonb NOT NULL,
        said_at timestamptz(3) NOT NULL, CONSTRAINT helper_availability_once UNIQUE (subject, branch));
      CREATE TABLE shift_feed (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, subject text NOT NULL, opened_at timestamptz(3) NOT NULL,
        revoked boolean NOT NULL DEFAULT false);
      CREATE INDEX shift_feed_list ON shift_feed (subject, opened_at, id) WHERE NOT revoked;
      SELECT protect('helper_availability'), protect('shift_feed')`);
    await askOf(runner, { helper_availability: [Permission.TakeShifts], shift_feed: [Permission.TakeShifts] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE shift_feed, helper_availability; ALTER TABLE duty DROP COLUMN version');
  }
}
