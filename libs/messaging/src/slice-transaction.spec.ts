import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Injectable } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Allow, ANYONE_SIGNED_IN } from '#access';
import { BeneficiaryVoided, BranchOpened, SituationChanged } from '#events';
import { On } from '#messaging';
import type { Tx } from '#persistence';
import { Service } from '#runtime';
import { startForTest, type TestService } from '#testing';
import { findReactions, ReactionApplier } from './reactions.js';
import { FencedError, isPassing, PoisonError } from './slice.js';
import { applySlice, nextOffset, type Poison } from './slice-transaction.js';
import { headersOf, type RawRecord } from './wire.js';

class Heard1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE heard (n int GENERATED ALWAYS AS IDENTITY, event_id uuid NOT NULL, branch text)');
  }

  async down(): Promise<void> {}
}

/** Notes what it hears; an opening of branch ZZ is more than it can bear. */
@Injectable()
class WhenBranchOpened {
  @On(BranchOpened)
  async opened(event: BranchOpened, tx: Tx): Promise<void> {
    await tx.query('INSERT INTO heard (event_id, branch) VALUES ($1, $2)', [event.id, event.data.branch]);
    if (event.data.branch === 'ZZ') throw new Error('no such branch can be');
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

let listener: TestService;
let applier: ReactionApplier;
beforeAll(async () => {
  listener = await startForTest(ListenerModule);
  const { DiscoveryService, MetadataScanner } = await import('@nestjs/core');
  applier = new ReactionApplier(
    findReactions(listener.app.get(DiscoveryService, { strict: false }), new MetadataScanner()),
  );
});
afterAll(() => listener.stop());

const AT = new Date('2026-01-05T08:00:00Z');
const topics = { next: 0 };

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
  return { topic, add, ready: () => nextOffset(listener.database, topic, 0) };
}

const apply = (records: RawRecord[], poison: Poison = new Map()) =>
  applySlice({ database: listener.database, applier, clock: listener.clock }, records, poison);
const heard = (records: RawRecord[]): Promise<string[]> =>
  listener.tables(async (tx) => {
    const ids = records.map((record) => record.headers['ce_id']);
    const rows: { branch: string }[] = await tx.query(
      'SELECT branch FROM heard WHERE event_id = ANY ($1::uuid[]) ORDER BY n',
      [ids],
    );
    return rows.map((row) => row.branch);
  });
const aside = (topic: string): Promise<{ key: string; reason: string }[]> =>
  listener.tables((tx) =>
    tx.query('SELECT key, reason FROM dead_letter WHERE topic = $1 ORDER BY kafka_offset', [topic]),
  );

it('turns away a consumer whose partition somebody else has moved on, and applies nothing of its slice', async () => {
  const { add, ready, topic } = partition();
  await ready();
  const slice = [add('BX', 1), add('LI', 1)];
  await apply(slice);
  const zombie = [{ ...slice[1], value: slice[1]?.value ?? '' } as RawRecord, add('LY', 1)];
  await expect(apply(zombie)).rejects.toThrow(FencedError);
  expect(await heard([...slice, ...zombie])).toEqual(['BX', 'LI']);
  expect(await nextOffset(listener.database, topic, 0)).toBe(2);
});

it('applies an event once when it was sent twice', async () => {
  const { add, ready } = partition();
  await ready();
  const first = add('BX', 1);
  const again = { ...first, offset: add('BX', 1).offset };
  await apply([first]);
  await apply([again]);
  expect(await heard([first])).toEqual(['BX']);
});

it('sets a broken event aside with its key, lets later ones of that key wait, and goes on with the others', async () => {
  const { add, ready, topic } = partition();
  await ready();
  const slice = [add('RO', 1, { value: '{"branch":"RO"}' }), add('BE', 1), add('RO', 2)];
  await apply(slice);
  expect(await heard(slice)).toEqual(['BE']);
  expect(await aside(topic)).toEqual([
    { key: 'RO', reason: 'INVALID' },
    { key: 'RO', reason: 'BEHIND_PARKED' },
  ]);
});

it('names the event whose handler fails for good; told so, it sets that one aside and applies the rest', async () => {
  const { add, ready, topic } = partition();
  await ready();
  const slice = [add('PA', 1), add('ZZ', 1), add('SD', 1)];
  const failure = await apply(slice).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(PoisonError);
  expect(await heard(slice)).toEqual([]);
  const { eventId, reason } = failure as PoisonError;
  await apply(slice, new Map([[eventId, { reason, detail: 'seen three times' }]]));
  expect(await heard(slice)).toEqual(['PA', 'SD']);
  expect(await aside(topic)).toEqual([{ key: 'ZZ', reason: 'HANDLER_FAILED' }]);
});

it('does not apply what comes before its time: a version is missing in between', async () => {
  const { add, ready } = partition();
  await ready();
  await expect(apply([add('CR', 1), add('CR', 3)])).rejects.toMatchObject({ reason: 'GAP' });
});

it('skips a type it does not handle, and keeps count of its place in the aggregate', async () => {
  const { add, ready } = partition();
  await ready();
  const unheard = add('ST', 1);
  const skipped = {
    ...unheard,
    headers: { ...unheard.headers, ce_type: SituationChanged.name },
    value: 'no JSON at all',
  };
  const slice = [skipped, add('ST', 2)];
  await apply(slice);
  expect(await heard(slice)).toEqual(['ST']);
});

it('parks a handled type in a version to come', async () => {
  const { add, ready, topic } = partition();
  await ready();
  const later = add('NA', 1);
  await apply([{ ...later, headers: { ...later.headers, schemaversion: '9' } }]);
  expect(await aside(topic)).toEqual([{ key: 'NA', reason: 'UNKNOWN_VERSION' }]);
});

it('tells a passing fault from a broken event', () => {
  expect(isPassing(Object.assign(new Error('terminating connection'), { code: '57P01' }))).toBe(true);
  expect(isPassing(Object.assign(new Error('deadlock'), { driverError: { code: '40P01' } }))).toBe(true);
  expect(isPassing(new Error('Connection terminated unexpectedly'))).toBe(true);
  expect(isPassing(Object.assign(new Error('duplicate key'), { driverError: { code: '23505' } }))).toBe(false);
  expect(isPassing(new Error(BeneficiaryVoided.name))).toBe(false);
});
