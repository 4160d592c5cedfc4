import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A device's acts take turns on its lock, so a counter tells their order where an hour cannot: two acts of one
 * millisecond, or of two machines whose clocks differ.
 */
export class DeviceStepTurn1760000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Lines are only ever added, so those already there are numbered as they came.
    await runner.query(`
      ALTER TABLE device_step ADD COLUMN turn bigint GENERATED ALWAYS AS IDENTITY;
      DROP INDEX device_step_of;
      CREATE INDEX device_step_of ON device_step (device_id, turn DESC)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX device_step_of;
      ALTER TABLE device_step DROP COLUMN turn;
      CREATE INDEX device_step_of ON device_step (device_id, at DESC, id DESC)`);
  }
}
