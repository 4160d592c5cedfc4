import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Third migration of every service: several readers of the same topics side by side (`live` and whatever is being
 * rebuilt), how often a topic was sent anew, what became of events set aside.
 */
export class ReaderTables1000000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE consumer_offset
        ADD COLUMN reader text NOT NULL DEFAULT 'live', ADD COLUMN epoch int NOT NULL DEFAULT 0,
        DROP CONSTRAINT consumer_offset_pkey, ADD PRIMARY KEY (reader, topic, partition)`);
    await runner.query(`
      ALTER TABLE dead_letter
        ADD COLUMN reader text NOT NULL DEFAULT 'live',
        ADD COLUMN discarded_at timestamptz(3), ADD COLUMN discarded_by text, ADD COLUMN discard_reason text,
        DROP CONSTRAINT dead_letter_pkey, ADD PRIMARY KEY (reader, topic, partition, kafka_offset)`);
    // What waits is read by age and by key; what was let go of stays for the record.
    await runner.query(
      'CREATE INDEX dead_letter_waiting ON dead_letter (set_aside_at, topic, partition, kafka_offset) WHERE discarded_at IS NULL',
    );
    await runner.query('CREATE INDEX dead_letter_key ON dead_letter (topic, key) WHERE discarded_at IS NULL');
    // Two events of one aggregate under the same version: a database went back in time. The last id tells.
    await runner.query('ALTER TABLE aggregate_seen ADD COLUMN event_id uuid');
    await runner.query('CREATE TABLE relay_epoch (topic text PRIMARY KEY, epoch int NOT NULL)');
    await runner.query(`
      DO $$
      DECLARE service text := regexp_replace(current_user, '_owner$', '');
      BEGIN
        EXECUTE format('REVOKE ALL ON relay_epoch FROM %I', service || '_app');
      END $$`);
  }

  async down(): Promise<void> {
    throw new Error('What was read is not taken back: drop the database instead.');
  }
}
