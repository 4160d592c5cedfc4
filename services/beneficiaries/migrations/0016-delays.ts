import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That a prescription waits too long is told once: the day it was stands with it. */
export class Delays1760000000044 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE prescription ADD COLUMN delay_told_on date;
      CREATE INDEX prescription_waiting ON prescription (received_on, id) WHERE state = 'PENDING'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX prescription_waiting; ALTER TABLE prescription DROP COLUMN delay_told_on');
  }
}
