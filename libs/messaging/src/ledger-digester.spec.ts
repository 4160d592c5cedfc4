import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Query, Resolver } from '@nestjs/graphql';
import { Allow, ANYONE_SIGNED_IN } from '#access';
import { BranchOpened, CATALOGUE, type EventDefinition, happened } from '#events';
import { RandomIds } from '#persistence';
import { Service } from '#runtime';
import { startForTest, type TestService } from '#testing';
import { LedgerDigester } from './ledger-digester.js';
import { Outbox } from './outbox.js';

@Resolver()
class NothingResolver {
  @Query(() => Boolean)
  @Allow(ANYONE_SIGNED_IN)
  nothing(): boolean {
    return true;
  }
}

@Service({ name: 'bookkeeper', entities: [], migrations: [], providers: [NothingResolver] })
class BookkeeperModule {}

let keeper: TestService;
let outbox: Outbox;
let digester: LedgerDigester;
beforeAll(async () => {
  keeper = await startForTest(BookkeeperModule, { now: '2026-03-10T23:59:59.900Z' });
  outbox = new Outbox(keeper.clock, new RandomIds());
  digester = new LedgerDigester({
    database: keeper.database,
    outbox,
    clock: keeper.clock,
    log: { debug() {}, info() {}, warn() {}, error() {} } as never,
    digest: CATALOGUE.get('workshops.ledger-digested') as EventDefinition,
  });
});
afterAll(() => keeper.stop());

async function write(branch: string, at: string): Promise<void> {
  keeper.clock.set(at);
  const after = {
    city: 'Bordeaux',
    communeCode: '33063',
    zone: 'Europe/Paris',
    latitude: 44.8,
    longitude: -0.6,
    state: 'OPEN' as const,
  };
  const fact = happened(BranchOpened, { branch, at: new Date(at), data: { branch, openedOn: '2026-01-05', after } });
  await keeper.database.work((tx) => outbox.add(tx, [fact]));
}

/** As if the relay had sent everything. */
const sent = () => keeper.tables((tx) => tx.query('DELETE FROM outbox_pending'));

async function statements() {
  const rows: { payload: { day: string; parts: unknown[] } }[] = await keeper.tables((tx) =>
    tx.query(`SELECT payload FROM outbox_event WHERE type = 'workshops.ledger-digested' ORDER BY seq`),
  );
  return rows.map(({ payload }) => payload);
}

async function idsOf(...branches: string[]): Promise<string[]> {
  const rows: { event_id: string }[] = await keeper.tables((tx) =>
    tx.query('SELECT event_id FROM outbox_event WHERE branch = ANY ($1)', [branches]),
  );
  return rows.map((row) => row.event_id);
}

/** The sum as anybody may reckon it from the contract's words. */
const hashOf = (ids: readonly string[]) =>
  String(
    ids.reduce(
      (sum, id) => sum + BigInt.asIntN(64, BigInt(`0x${createHash('md5').update(id).digest('hex').slice(0, 16)}`)),
      0n,
    ),
  );

it('states a day only when nothing can be added to it any more, days without any event as well', async () => {
  await write('BX', '2026-03-10T23:59:59.900Z');
  await write('LY', '2026-03-11T00:00:00.000Z');
  await write('GR', '2026-03-13T08:00:00.000Z');
  keeper.clock.set('2026-03-14T12:00:00.000Z');
  // The oldest is still to be sent: its day is not over.
  expect(await digester.stateComplete()).toEqual([]);
  await sent();
  keeper.clock.set('2026-03-14T00:00:29.999Z');
  expect(await digester.stateComplete()).toEqual(['2026-03-10', '2026-03-11', '2026-03-12']);
  await sent();
  keeper.clock.set('2026-03-14T00:00:30.000Z');
  expect(await digester.stateComplete()).toEqual(['2026-03-13']);
  expect(await digester.stateComplete()).toEqual([]);
  const part = async (branch: string) => [
    { topic: 'network.branches', type: 'network.branch-opened', count: 1, hash: hashOf(await idsOf(branch)) },
  ];
  expect(await statements()).toEqual([
    { day: '2026-03-10', parts: await part('BX') },
    { day: '2026-03-11', parts: await part('LY') },
    { day: '2026-03-12', parts: [] },
    { day: '2026-03-13', parts: await part('GR') },
  ]);
});

it('states a day again when something was written into it all the same', async () => {
  await sent();
  await write('MA', '2026-03-12T10:00:00.000Z');
  await write('LI', '2026-03-12T11:00:00.000Z');
  await sent();
  keeper.clock.set('2026-03-14T12:00:00.000Z');
  expect(await digester.stateComplete()).toEqual(['2026-03-12']);
  expect((await statements()).at(-1)).toEqual({
    day: '2026-03-12',
    parts: [
      {
        topic: 'network.branches',
        type: 'network.branch-opened',
        count: 2,
        hash: hashOf((await idsOf('MA', 'LI')).reverse()),
      },
    ],
  });
  expect(await digester.stateComplete()).toEqual([]);
});
