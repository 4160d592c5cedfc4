import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** How often a session’s plan has changed, as calendars number it; and the addresses at which a branch’s calendar may be read. */
export class Calendars1760000000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE session ADD COLUMN plan_version int NOT NULL DEFAULT 0;
      CREATE TABLE calendar_feed (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, opened_at timestamptz(3) NOT NULL, opened_by text NOT NULL,
        revoked boolean NOT NULL DEFAULT false);
      CREATE INDEX calendar_feed_list ON calendar_feed (branch, opened_at, id) WHERE NOT revoked;
      SELECT protect('calendar_feed')`);
    await askOf(runner, { calendar_feed: [Permission.PlanSessions] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calendar_feed; ALTER TABLE session DROP COLUMN plan_version');
  }
}
