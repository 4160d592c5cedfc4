import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import type { Received } from '#messaging';
import { startForTest, type TestService } from '#testing';
import { FiguresApplier } from '../../services/reporting/src/projection/figures-applier.js';
import { ReportingModule } from '../../services/reporting/src/reporting.module.js';
import { acts } from './acts.js';
import { compare } from './compare.js';
import { serverPid } from './cpu.js';
import { JobQueue } from './figures-peers.js';
import { heard, type Statement } from './statements.js';

const SLICE = 500;
const EVENTS = Number(process.env['BENCH_EVENTS'] ?? 5_000);
/** One transaction per event is slow: its rate is taken from a part of the work. */
const SINGLY = Math.min(EVENTS, 1_000);
const CONSUMERS = 4;

let reporting: TestService;
let queue: JobQueue;
let server: number;
let pool: Pool;
beforeAll(async () => {
  reporting = await startForTest(ReportingModule, { now: '2026-03-20T08:00:00.000Z' });
  server = await serverPid();
  pool = new Pool({ connectionString: reporting.config.migratorUrl, max: CONSUMERS });
  queue = new JobQueue(reporting.config.migratorUrl, CONSUMERS);
  await pool.query(
    'CREATE TABLE counter (branch text, code text, day date, n bigint NOT NULL, PRIMARY KEY (branch, code, day))',
  );
});
afterAll(async () => {
  await pool.end();
  await reporting.stop();
});

const applier = () => reporting.app.get(FiguresApplier, { strict: false });

async function inSlices(events: readonly Received[]): Promise<void> {
  for (let at = 0; at < events.length; at += SLICE)
    await reporting.database.work((tx) => applier().apply(tx, events.slice(at, at + SLICE)));
}

async function actsTold(): Promise<number> {
  const rows: { value: string }[] = await reporting.tables((tx) =>
    tx.query(`SELECT value FROM reporting_v1.cell_month WHERE indicator = 1 AND dim = 0 AND branch = '--'`),
  );
  return Number(rows[0]?.value ?? 0);
}

const FIGURES = ['delta', 'cell_day', 'cell_month', 'person_month', 'person_cell'];
const forget = () =>
  pool.query(`TRUNCATE ${FIGURES.map((table) => `reporting_v1.${table}`).join(', ')}`).then(() => undefined);

/** The statements of all slices, as they were sent the first time. */
async function statementsOf(events: readonly Received[]): Promise<Statement[][]> {
  await forget();
  const slices: Statement[][] = [];
  for (let at = 0; at < events.length; at += SLICE) {
    const said: Statement[] = [];
    await reporting.database.work((tx) => applier().apply(heard(tx, said), events.slice(at, at + SLICE)));
    slices.push(said);
  }
  return slices;
}

it('B3: events into deduplicated figures, in slices against one transaction each', async () => {
  let events: Received[] = [];
  let slices: Statement[][] = [];
  const lines = await compare({
    bench: 'B3',
    what: `${EVENTS} acts of 100 branches into deltas and cells, each counted once; from memory, so that Kafka weighs on nobody`,
    work: EVENTS,
    unit: 'events',
    serverPid: server,
    ours: {
      name: `slices of ${SLICE}`,
      prepare: async () => {
        await forget();
        events = acts(EVENTS, 100);
      },
      run: async () => {
        await inSlices(events);
        return { correct: (await actsTold()) === EVENTS };
      },
    },
    limit: {
      name: 'the same statements of the slices alone, one after the other',
      prepare: async () => {
        slices = await statementsOf(acts(EVENTS, 100));
        await forget();
      },
      run: async () => {
        for (const slice of slices)
          await reporting.database.work(async (tx) => {
            for (const { sql, values } of slice) await tx.query(sql, values);
          });
        return { correct: (await actsTold()) === EVENTS };
      },
    },
    peers: [
      {
        name: 'graphile-worker, a job for each event',
        target: 2,
        prepare: async () => {
          await forget();
          events = acts(SINGLY, 100);
          await queue.fill(SINGLY);
        },
        run: async (begin) => {
          const work = (n: number) => reporting.database.work((tx) => applier().apply(tx, events.slice(n, n + 1)));
          await queue.drain(SINGLY, work, begin);
          return { correct: (await actsTold()) === SINGLY, did: SINGLY };
        },
      },
      {
        name: 'one TypeORM transaction per event',
        target: 20,
        prepare: async () => {
          await forget();
          events = acts(SINGLY, 100);
        },
        run: async () => {
          for (const event of events) await reporting.database.work((tx) => applier().apply(tx, [event]));
          return { correct: (await actsTold()) === SINGLY, did: SINGLY };
        },
      },
    ],
  });
  expect(lines.every(({ correct }) => correct)).toBe(true);
});

it('B11: a busy day of one branch, against a counter that every event updates', async () => {
  let events: Received[] = [];
  const bump = `INSERT INTO counter VALUES ($1, 'SUPPORT_ACTS', '2026-03-10', 1)
                ON CONFLICT (branch, code, day) DO UPDATE SET n = counter.n + 1`;
  const lines = await compare({
    bench: 'B11',
    what: `${EVENTS} acts of one branch and day, ${CONSUMERS} consumers`,
    work: EVENTS,
    unit: 'events',
    serverPid: server,
    ours: {
      name: `slices of ${SLICE}, in turn`,
      prepare: async () => {
        await forget();
        events = acts(EVENTS, 1);
      },
      run: async () => {
        // Slices of all partitions go through one writer: consumers meet no lock at all.
        await inSlices(events);
        return { correct: (await actsTold()) === EVENTS };
      },
    },
    peers: [
      {
        name: 'UPDATE n = n + 1 per event',
        target: 10,
        prepare: () => pool.query('TRUNCATE counter').then(() => undefined),
        run: async () => {
          await Promise.all(
            Array.from({ length: CONSUMERS }, async (_, consumer) => {
              for (let n = consumer; n < EVENTS; n += CONSUMERS) await pool.query(bump, ['BX']);
            }),
          );
          const { rows } = await pool.query<{ n: string }>('SELECT n FROM counter');
          return { correct: Number(rows[0]?.n) === EVENTS };
        },
      },
    ],
  });
  expect(lines.every(({ correct }) => correct)).toBe(true);
});
