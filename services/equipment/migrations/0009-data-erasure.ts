import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How, when and by whom what somebody had left on a device was removed. Devices that were ready or sold when the record
 * began say so; what has not got that far needs a record like any other.
 */
export class DataErasure1760000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The owner of the table is bound by its wall as well: it is down for the update, in this transaction.
    await runner.query(`
      ALTER TABLE device ADD COLUMN data_erasure text, ADD COLUMN data_erased_at timestamptz(3),
        ADD COLUMN data_erased_by text, ADD COLUMN data_erasure_proof text;
      ALTER TABLE device NO FORCE ROW LEVEL SECURITY;
      UPDATE device SET data_erasure = 'BEFORE_THE_RECORD'
      WHERE state IN ('READY', 'RESERVED', 'DISTRIBUTED', 'IN_TRANSIT');
      ALTER TABLE device FORCE ROW LEVEL SECURITY;
      ALTER TABLE device ADD CONSTRAINT device_ready_is_erased
        CHECK (state NOT IN ('READY', 'RESERVED') OR data_erasure IS NOT NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE device DROP COLUMN data_erasure, DROP COLUMN data_erased_at, DROP COLUMN data_erased_by,
        DROP COLUMN data_erasure_proof`);
  }
}
