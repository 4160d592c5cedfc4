import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a year of sessions is counted by: days, and all that a day’s count needs. */
export class SessionDays1760000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX session_day ON session (branch, occurred_on) INCLUDE (seats, seats_taken) WHERE state <> 'CANCELLED'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX session_day');
  }
}
