import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { Actor } from '#access';
import type { Received } from '#messaging';
import { startForTest, type TestService } from '#testing';
import { FiguresApplier } from '../../services/reporting/src/projection/figures-applier.js';
import { writeFoldedCells } from '../../services/reporting/src/projection/fold.js';
import { VersionApplier } from '../../services/reporting/src/rebuild/version-applier.js';
import { compareWithLive, finishLoading } from '../../services/reporting/src/rebuild/versions.js';
import { ReportingModule } from '../../services/reporting/src/reporting.module.js';
import { acts } from './acts.js';
import { compare, keep, lineOf, median } from './compare.js';
import { serverPid } from './cpu.js';
import { BRANCH, NETWORK } from './dashboard-questions.js';
import { quantile } from './outbox/delays.js';

const SLICE = 500;
/** By the book a million; fewer let nine rounds end within the hour. */
const EVENTS = Number(process.env['BENCH_REBUILT'] ?? 10_000);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 9);
/** A million in two minutes. */
const PROMISED = 1_000_000 / 120;
/** A page asks something this often. */
const ASKED_EVERY_MS = 25;
const IDLE_QUESTIONS = 100;
const QUESTIONS = [...NETWORK, ...BRANCH.slice(0, 4)];
const COORDINATOR: Actor = { subject: 'bench', role: 'NATIONAL_COORDINATOR', branches: ['*'], correlationId: 'bench' };

let reporting: TestService;
let owner: Client;
let events: Received[];
const figures = () => reporting.app.get(FiguresApplier, { strict: false });
beforeAll(async () => {
  reporting = await startForTest(ReportingModule, { now: '2026-11-26T08:00:00.000Z' });
  // Tables of branches show their owner nothing either: whoever adds them up must be above them.
  const database = new URL(String(process.env['TEST_POSTGRES_URL']));
  database.pathname = new URL(reporting.config.migratorUrl).pathname;
  owner = new Client({ connectionString: database.toString() });
  await owner.connect();
  events = acts(EVENTS, 100, (n) => ({ occurredOn: day(n), beneficiaryId: n % 10 === 0 ? null : person(n) }));
  for (let at = 0; at < EVENTS; at += SLICE)
    await reporting.tables((tx) => figures().apply(tx, events.slice(at, at + SLICE)));
  await owner.query('VACUUM ANALYZE reporting_v1.delta');
});
afterAll(async () => {
  await owner.end();
  await reporting.stop();
});

/** Three hundred days, and some four acts a person. */
const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + (n % 300))).toISOString().slice(0, 10);
const people: string[] = [];
const person = (n: number) => {
  const of = n % Math.ceil(EVENTS / 4);
  people[of] ??= randomUUID();
  return people[of];
};

/** Asks as pages do until it is told to stop; gives how long each answer took. */
function reading() {
  const times: number[] = [];
  let stopping = false;
  const done = (async () => {
    for (let n = 0; !stopping; n += 1) {
      const question = QUESTIONS[n % QUESTIONS.length];
      const begun = performance.now();
      await reporting.database.read(COORDINATOR, async (tx) => question?.ask(tx, n));
      times.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY_MS));
    }
  })();
  return {
    times,
    async stop() {
      stopping = true;
      await done;
      return times;
    },
  };
}

it('B5: figures filled anew from all events while pages read, against one statement over rows', async () => {
  let version = 1;
  const idle: number[] = [];
  const meanwhile: number[] = [];
  const speeds: number[] = [];
  const begin = () =>
    reporting.tables(async (tx) => {
      const [row]: { v: number }[] = await tx.query('SELECT reporting.begin_version() AS v');
      return row?.v ?? 0;
    });
  const drop = () => reporting.tables((tx) => tx.query('SELECT reporting.drop_version($1)', [version]));
  const lines = await compare({
    bench: 'B5',
    what: `${EVENTS} acts of 100 branches, from memory, into deltas and cells beside the live ones, a page asking every ${ASKED_EVERY_MS} ms`,
    work: EVENTS,
    unit: 'events',
    serverPid: await serverPid(),
    rounds: ROUNDS,
    ours: {
      name: 'rebuild',
      async prepare() {
        const alone = reading();
        while (alone.times.length < IDLE_QUESTIONS) await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY_MS));
        idle.push(quantile(await alone.stop(), 0.99));
        version = await begin();
      },
      async run() {
        const reads = reading();
        const begun = performance.now();
        const beside = new VersionApplier(figures(), version);
        for (let at = 0; at < EVENTS; at += SLICE)
          await reporting.database.work((tx) => beside.apply(tx, events.slice(at, at + SLICE)));
        await reporting.database.longWork((tx) => finishLoading(tx, version));
        const perSecond = (EVENTS * 1_000) / (performance.now() - begun);
        meanwhile.push(quantile(await reads.stop(), 0.99));
        speeds.push(perSecond);
        return { correct: true, perSecond };
      },
      async check() {
        const [loaded] = await reporting.tables(
          (tx): Promise<{ n: string }[]> =>
            tx.query(`SELECT sum(units) AS n FROM reporting_v${version}.delta WHERE kind = 1`),
        );
        const differences = await reporting.database.longWork((tx) => compareWithLive(tx, version));
        await drop();
        return Number(loaded?.n) === EVENTS && differences.length === 0;
      },
    },
    peers: [
      {
        name: 'the same cells told anew from deltas that are there, in SQL',
        target: 0.2,
        async prepare() {
          version = await begin();
          await owner.query(`INSERT INTO reporting_v${version}.delta SELECT * FROM reporting_v1.delta`);
          await reporting.database.longWork((tx) => tx.query('SELECT reporting.index_version($1)', [version]));
        },
        async run() {
          const reads = reading();
          const begun = performance.now();
          await reporting.database.longWork((tx) => writeFoldedCells(tx, `reporting_v${version}`));
          const perSecond = (EVENTS * 1_000) / (performance.now() - begun);
          await reads.stop();
          const { rows } = await owner.query<{ n: string }>(
            `SELECT sum(value) AS n FROM reporting_v${version}.cell_month WHERE indicator = 1 AND dim = 0 AND branch = '--'`,
          );
          await drop();
          return { correct: Number(rows[0]?.n) === EVENTS, perSecond };
        },
      },
      {
        name: 'by day alone: INSERT … SELECT … GROUP BY over the deltas',
        target: 0,
        prepare: () => owner.query('DROP TABLE IF EXISTS by_day').then(() => undefined),
        async run() {
          const reads = reading();
          const begun = performance.now();
          await owner.query(
            `CREATE TABLE by_day (kind smallint, branch char(2), occurred_on date, solution smallint, gender smallint, age_band smallint,
                                  status smallint, units bigint, minutes bigint, cents bigint)`,
          );
          await owner.query(
            `INSERT INTO by_day SELECT kind, branch, occurred_on, solution, gender, age_band, status, sum(units), sum(minutes), sum(cents)
             FROM reporting_v1.delta GROUP BY 1, 2, 3, 4, 5, 6, 7`,
          );
          const perSecond = (EVENTS * 1_000) / (performance.now() - begun);
          await reads.stop();
          const { rows } = await owner.query<{ n: string }>('SELECT sum(units) AS n FROM by_day WHERE kind = 1');
          return { correct: Number(rows[0]?.n) === EVENTS, perSecond };
        },
      },
    ],
  });
  const round2 = (value: number) => Math.round(value * 100) / 100;
  const [, ...counted] = meanwhile;
  const reads = {
    ...lineOf(
      'B5',
      'promise: reads at most twice as slow',
      1,
      counted.map((ms, n) => (2 * (idle[n + 1] ?? Number.NaN)) / ms),
    ),
    value: round2(median(counted)),
    unit: `ms p99 (idle ${round2(median(idle.slice(1)))})`,
    limit_share: null,
    correct: lines.every(({ correct }) => correct),
  };
  process.stderr.write(
    `  reads: ${reads.value} ${reads.unit}, ${reads.ratio} of twice [${reads.low}, ${reads.high}]\n`,
  );
  const speed = {
    ...lineOf(
      'B5',
      'promise: a million events in 120 s',
      1,
      speeds.slice(1).map((perSecond) => perSecond / PROMISED),
    ),
    value: Math.round(median(speeds.slice(1))),
    unit: 'events/s',
    limit_share: null,
    correct: reads.correct,
  };
  process.stderr.write(`  ${speed.value} of ${Math.round(PROMISED)} events/s promised\n`);
  keep([reads, speed]);
  expect(lines.every(({ correct }) => correct)).toBe(true);
});
