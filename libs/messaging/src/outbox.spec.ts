import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Query, Resolver } from '@nestjs/graphql';
import { Allow, ANYONE_SIGNED_IN } from '#access';
import { BranchOpened, type Fact, happened } from '#events';
import { RandomIds } from '#persistence';
import { Service } from '#runtime';
import { startForTest, type TestService } from '#testing';
import { Outbox } from './outbox.js';

@Resolver()
class NothingResolver {
  @Query(() => Boolean)
  @Allow(ANYONE_SIGNED_IN)
  nothing(): boolean {
    return true;
  }
}

@Service({ name: 'teller', entities: [], migrations: [], providers: [NothingResolver] })
class TellerModule {}

let teller: TestService;
let outbox: Outbox;
beforeAll(async () => {
  teller = await startForTest(TellerModule);
  outbox = new Outbox(teller.clock, new RandomIds());
});
afterAll(() => teller.stop());

const opened = (branch: string): Fact =>
  happened(BranchOpened, {
    branch,
    at: new Date('2026-01-05T08:00:00Z'),
    data: {
      branch,
      openedOn: '2026-01-05',
      after: {
        city: 'Bordeaux',
        communeCode: '33063',
        zone: 'Europe/Paris',
        latitude: 44.8,
        longitude: -0.6,
        state: 'OPEN',
      },
    },
  });

const tell = (...facts: Fact[]) => teller.database.work((tx) => outbox.add(tx, facts));
const ledger = (...branches: string[]): Promise<{ id: string; version: number; at: string }[]> =>
  teller.tables(async (tx) => {
    const rows: { aggregate_id: string; aggregate_version: number; recorded_at: Date }[] = await tx.query(
      'SELECT aggregate_id, aggregate_version, recorded_at FROM outbox_event WHERE aggregate_id = ANY ($1) ORDER BY seq',
      [branches],
    );
    return rows.map((row) => ({
      id: row.aggregate_id,
      version: row.aggregate_version,
      at: row.recorded_at.toISOString().slice(11, 16),
    }));
  });

it('numbers the facts of each aggregate without a gap, whatever is told of others in between', async () => {
  await tell(opened('BX'), opened('LI'), opened('BX'));
  await tell(opened('LI'), opened('BX'));
  expect((await ledger('BX', 'LI')).map(({ id, version }) => `${id} ${version}`)).toEqual([
    'BX 1',
    'LI 1',
    'BX 2',
    'LI 2',
    'BX 3',
  ]);
});

it('never writes a fact down earlier than the one before it, though the clock goes back', async () => {
  teller.clock.set('2026-11-26T09:30:00Z');
  await tell(opened('PA'));
  teller.clock.set('2026-11-26T09:10:00Z');
  await tell(opened('PA'), opened('SD'));
  expect(await ledger('PA', 'SD')).toEqual([
    { id: 'PA', version: 1, at: '09:30' },
    { id: 'PA', version: 2, at: '09:30' },
    { id: 'SD', version: 1, at: '09:10' },
  ]);
});

it('queues for the relay exactly what it writes down, and nothing of what is rolled back', async () => {
  const count = () =>
    teller.tables(async (tx): Promise<unknown> => {
      const [row]: { told: number; queued: number }[] = await tx.query(
        'SELECT (SELECT count(*)::int FROM outbox_event) AS told, (SELECT count(*)::int FROM outbox_pending) AS queued',
      );
      return row;
    });
  const before = await count();
  const refused = teller.database.work(async (tx) => {
    await outbox.add(tx, [opened('CR')]);
    throw new Error('the rule says no');
  });
  await expect(refused).rejects.toThrow('the rule says no');
  expect(await count()).toEqual(before);
  await tell(opened('CR'));
  expect(before).toEqual({ told: 8, queued: 8 });
  expect(await count()).toEqual({ told: 9, queued: 9 });
});
