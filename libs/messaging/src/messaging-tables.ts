import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second migration of every service: the ledger and its queue, what was consumed, and what was set aside. */
export class MessagingTables1000000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE aggregate_head (
        aggregate_type text NOT NULL, aggregate_id text NOT NULL, version int NOT NULL,
        recorded_at timestamptz(3) NOT NULL, PRIMARY KEY (aggregate_type, aggregate_id))`);
    // CACHE 1: seq must grow within an aggregate, and per-session caches would break that.
    await runner.query(`
      CREATE TABLE outbox_event (
        seq bigint GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY, event_id uuid NOT NULL UNIQUE,
        aggregate_type text NOT NULL, aggregate_id text NOT NULL, aggregate_version int NOT NULL, type text NOT NULL,
        schema_version smallint NOT NULL, branch char(2), occurred_at timestamptz(3) NOT NULL, recorded_at timestamptz(3) NOT NULL,
        payload jsonb NOT NULL, trace text, UNIQUE (aggregate_type, aggregate_id, aggregate_version))`);
    await runner.query('CREATE TABLE outbox_pending (seq bigint PRIMARY KEY)');
    await runner.query(`
      CREATE TABLE relay_position (
        topic text NOT NULL, partition int NOT NULL, kafka_offset bigint NOT NULL, event_id uuid NOT NULL, seq bigint NOT NULL,
        PRIMARY KEY (topic, partition))`);
    await runner.query(`
      CREATE TABLE consumer_offset (
        topic text NOT NULL, partition int NOT NULL, next_offset bigint NOT NULL, last_event uuid, PRIMARY KEY (topic, partition))`);
    await runner.query(
      'CREATE TABLE inbox (handler text NOT NULL, event_id uuid NOT NULL, PRIMARY KEY (handler, event_id))',
    );
    await runner.query(`
      CREATE TABLE aggregate_seen (
        topic text NOT NULL, aggregate_id text NOT NULL, version int NOT NULL, PRIMARY KEY (topic, aggregate_id))`);
    await runner.query(`
      CREATE TABLE dead_letter (
        topic text NOT NULL, partition int NOT NULL, kafka_offset bigint NOT NULL, key text, event_id text, type text,
        reason text NOT NULL, detail text NOT NULL, payload text, headers jsonb NOT NULL, set_aside_at timestamptz(3) NOT NULL,
        PRIMARY KEY (topic, partition, kafka_offset))`);
    await runner.query(
      'CREATE TABLE parked_key (topic text NOT NULL, key text NOT NULL, since timestamptz(3) NOT NULL, PRIMARY KEY (topic, key))',
    );
    await runner.query(`
      DO $$
      DECLARE service text := regexp_replace(current_user, '_owner$', '');
      BEGIN
        EXECUTE format('REVOKE UPDATE, DELETE ON outbox_event FROM %I, %I', service || '_app', service || '_worker');
        EXECUTE format('REVOKE ALL ON inbox, aggregate_seen, consumer_offset, relay_position, dead_letter, parked_key FROM %I', service || '_app');
        EXECUTE format('GRANT SELECT ON dead_letter, parked_key, consumer_offset TO %I', service || '_app');
      END $$`);
  }

  async down(): Promise<void> {
    throw new Error('The ledger is not taken back: drop the database instead.');
  }
}
