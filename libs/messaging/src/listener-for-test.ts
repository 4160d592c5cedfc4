import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { Query, Resolver } from '@nestjs/graphql';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Allow, ANYONE_SIGNED_IN } from '#access';
import { BranchOpened } from '#events';
import { On } from '#messaging';
import type { Tx } from '#persistence';
import { Service } from '#runtime';
import { startForTest, type TestService } from '#testing';
import { LIVE_READER, placeOf } from './place-of-record.js';
import { findReactions, ReactionApplier } from './reactions.js';
import { applySlices, type Poison } from './slice-transaction.js';
import { headersOf, type RawRecord } from './wire.js';

class Heard1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE heard (n int GENERATED ALWAYS AS IDENTITY, event_id uuid NOT NULL, topic text NOT NULL, branch text)',
    );
  }

  async down(): Promise<void> {}
}

/** Branches whose opening is more than the listener can bear. */
export const unbearable = new Set(['ZZ']);

/** Notes what it hears. */
@Injectable()
class WhenBranchOpened {
  @On(BranchOpened)
  async opened(event: BranchOpened, tx: Tx): Promise<void> {
    await tx.query('INSERT INTO heard (event_id, topic, branch) VALUES ($1, $2, $3)', [
      event.id,
      event.topic,
      event.data.branch,
    ]);
    if (unbearable.has(event.data.branch)) throw new Error('no such branch can be');
  }
}

@Resolver()
class NothingResolver {
  @Query(() => Boolean)
  @Allow(ANYONE_SIGNED_IN)
  nothing(): boolean {
    return true;
  }
}

@Service({
  name: 'listener',
  entities: [],
  migrations: [Heard1700000000001],
  providers: [WhenBranchOpened, NothingResolver],
})
class ListenerModule {}

const AT = new Date('2026-01-05T08:00:00Z');
const topics = { next: 0 };

/** A service that only listens, on a database of its own, fed slice by slice without a broker. */
export async function startListener() {
  const service: TestService = await startForTest(ListenerModule);
  const applier = new ReactionApplier(
    findReactions(service.app.get(DiscoveryService, { strict: false }), new MetadataScanner()),
  );

  /** Records of one partition of a topic of its own, as the relay writes them. */
  function partition() {
    const topic = `network.branches-${topics.next++}`;
    let offset = 0;
    const add = (branch: string, version: number, change: Partial<RawRecord> = {}): RawRecord => {
      const facts = {
        city: 'Bordeaux',
        communeCode: '33063',
        zone: 'Europe/Paris',
        latitude: 44.8,
        longitude: -0.6,
        state: 'OPEN',
      };
      const payload = { branch, openedOn: '2026-01-05', after: facts };
      const row = {
        seq: '1',
        event_id: randomUUID(),
        aggregate_type: topic,
        aggregate_id: branch,
        aggregate_version: version,
        type: BranchOpened.name,
        schema_version: 1,
        branch,
        occurred_at: AT,
        recorded_at: AT,
        payload,
        trace: null,
      };
      return {
        topic,
        partition: 0,
        offset: offset++,
        key: branch,
        headers: headersOf(row, 'network'),
        value: JSON.stringify(payload),
        ...change,
      };
    };
    return { topic, add, ready: () => placeOf(service.database, LIVE_READER, topic, 0) };
  }

  const apply = (records: RawRecord[], poison?: Poison) => applyAll([records], poison);
  /** Slices of several partitions, together. */
  const applyAll = (slices: RawRecord[][], poison: Poison = new Map()) =>
    applySlices({ reader: LIVE_READER, database: service.database, applier, clock: service.clock }, slices, poison);
  const heard = (records: RawRecord[]): Promise<string[]> =>
    service.tables(async (tx) => {
      const ids = records.map((record) => record.headers['ce_id']);
      const rows: { branch: string }[] = await tx.query(
        'SELECT branch FROM heard WHERE event_id = ANY ($1::uuid[]) ORDER BY n',
        [ids],
      );
      return rows.map((row) => row.branch);
    });
  /** What was set aside of a topic. */
  const aside = (topic: string): Promise<{ key: string; reason: string }[]> =>
    service.tables((tx) =>
      tx.query('SELECT key, reason FROM dead_letter WHERE topic = $1 ORDER BY kafka_offset', [topic]),
    );

  /** How many events of a topic were heard. */
  const onTopic = async (topic: string): Promise<number> => {
    const [row] = await service.tables(
      (tx): Promise<{ n: number }[]> => tx.query('SELECT count(*)::int AS n FROM heard WHERE topic = $1', [topic]),
    );
    return row?.n ?? -1;
  };

  return { service, applier, partition, apply, applyAll, heard, aside, onTopic };
}

/** What `startListener` gives. */
export type Listener = Awaited<ReturnType<typeof startListener>>;
