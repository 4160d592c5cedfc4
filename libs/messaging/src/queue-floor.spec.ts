import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PENDING } from './ledger-sender.js';
import { type Listener, startListener } from './listener-for-test.js';
import { QueueFloor } from './queue-floor.js';

let listener: Listener;
beforeAll(async () => {
  listener = await startListener();
});
afterAll(() => listener.service.stop());

/** A writer takes a number, and commits up to thirty seconds later, or never. */
const writer = fc.record({
  begins: fc.integer({ min: 0, max: 300_000 }),
  lasts: fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 30_000 })),
  commits: fc.boolean(),
});

it('never reads above a row that is still to be sent, whenever its writer commits', () => {
  let raised = 0;
  fc.assert(
    fc.property(
      fc.array(writer, { minLength: 20, maxLength: 60 }),
      fc.integer({ min: 90, max: 2_500 }),
      (all, every) => {
        const numbered = [...all].sort((a, b) => a.begins - b.begins).map((one, index) => ({ ...one, seq: index + 1 }));
        const floor = new QueueFloor();
        const sent = new Set<number>();
        for (let now = 0; now < 400_000; now += every) {
          const pending = numbered
            .filter(({ seq, begins, lasts, commits }) => commits && begins + lasts <= now && !sent.has(seq))
            .map(({ seq }) => seq);
          const from = floor.from(now);
          if (from > 0) raised++;
          expect(pending.filter((seq) => seq <= from)).toEqual([]);
          floor.read(from, pending[0], pending.at(-1), now);
          for (const seq of pending) sent.add(seq);
        }
      },
    ),
    { numRuns: 25 },
  );
  // Or nothing was shown.
  expect(raised).toBeGreaterThan(50);
});

it('finds rows that were put back below it within a second', () => {
  const floor = new QueueFloor();
  floor.read(0, 1, 40, 0);
  floor.read(0, undefined, undefined, 61_000);
  expect(floor.from(61_500)).toBe(40);
  expect(floor.from(62_000)).toBe(0);
  floor.read(0, 7, 40, 62_000);
  expect(floor.from(62_100)).toBe(0);
});

it('does not wade through rows long sent while somebody’s long look keeps them from being cleared away', async () => {
  const pages = (from: number) =>
    listener.service.tables(async (tx) => {
      const [row]: { 'QUERY PLAN': [{ Plan: Record<string, number> }] }[] = await tx.query(
        `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${PENDING}`,
        [500, from],
      );
      return Number(row?.['QUERY PLAN'][0].Plan['Shared Hit Blocks']);
    });
  await listener.service.tables((tx) => tx.query('INSERT INTO outbox_pending SELECT generate_series(1, 20000)'));
  await listener.service.database.read(
    { subject: 'dump', role: 'AUDITOR', branches: [], correlationId: 'dump' },
    async (dump) => {
      await dump.query('SELECT 1 FROM outbox_event LIMIT 1');
      await listener.service.tables((tx) => tx.query('DELETE FROM outbox_pending'));
      expect(await pages(0)).toBeGreaterThan(50);
      expect(await pages(20_000)).toBeLessThan(10);
    },
  );
});
