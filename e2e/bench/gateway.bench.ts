import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { compare, keep, lineOf, median, ROUNDS } from './compare.js';
import { Contest, DIRECT, type Question } from './gateway/contest.js';
import { DEEP_QUERY, SMALL_QUERY } from './gateway/shop.js';

const OURS = 'the gateway, bare';
const SECURED = 'the gateway, every check on';
const LIMIT = 'node:http with the same bytes';
const APOLLO = 'Apollo Gateway';
const HIVE = 'Hive Gateway';
const HIVE_RUST = 'Hive Gateway, planner in Rust';
const HIVE_SHARING = 'Hive Gateway, planner in Rust, callers share requests';

let contest: Contest;
beforeAll(async () => {
  contest = new Contest();
  await contest.open();
  const rust = { BENCH_PLANNER: 'rust' };
  await contest.start(OURS, { script: 'gateway/ours.mjs' });
  await contest.start(SECURED, { script: 'gateway/ours.mjs', settings: { BENCH_CHECKS: 'all' }, withToken: true });
  await contest.start(APOLLO, { script: 'peers/apollo.mjs' });
  await contest.start(HIVE, { script: 'peers/hive.mjs' });
  await contest.start(HIVE_RUST, { script: 'peers/hive.mjs', settings: rust });
  await contest.start(HIVE_SHARING, { script: 'peers/hive.mjs', settings: { ...rust, BENCH_SHARED: 'yes' } });
  await contest.start(LIMIT, { script: 'gateway/limit.ts', settings: { BENCH_QUERY: DEEP_QUERY } });
});
afterAll(() => contest.close());

it('B6: a deep query over four subgraphs, by the gateway’s own processor time', async () => {
  const question: Question = { query: DEEP_QUERY, connections: 50 };
  const one = (name: string) => contest.contestant(name, question, 'cpu');
  const shared = { bench: 'B6', work: 1, unit: 'requests', rateUnit: 'requests/CPU-s' };
  const bare = await compare({
    ...shared,
    what: 'The Guild’s deep query over four subgraphs (an answer of 88 KB), 50 connections, all bare',
    ours: one(OURS),
    peers: [
      { ...one(APOLLO), target: 2 },
      { ...one(HIVE), target: 0.9 },
      { ...one(HIVE_RUST), target: 0.9 },
      { ...one(HIVE_SHARING), target: 0.9 },
    ],
    limit: one(LIMIT),
  });
  const secured = await compare({
    ...shared,
    what: 'the same, ours with tokens, limits, signatures, measures and logs',
    ours: one(SECURED),
    peers: [
      { ...one(APOLLO), name: `${APOLLO}, ours with every check`, target: 1.7 },
      { ...one(OURS), name: 'itself without any check', target: 0.8 },
    ],
  });
  expect([...bare, ...secured].every(({ correct }) => correct)).toBe(true);
});

const MS_ADDED = 2;

it('B7: a small question that one subgraph answers, through the gateway', async () => {
  const crowd: Question = { query: SMALL_QUERY, connections: 50 };
  const through = await compare({
    bench: 'B7',
    what: 'a small question through the gateway with every check, and without any gateway; 50 connections',
    work: 1,
    unit: 'requests',
    ours: contest.contestant(SECURED, crowd, 'clock'),
    peers: [{ ...contest.contestant(DIRECT, crowd, 'clock'), target: 0.35 }],
  });
  const bare = await compare({
    bench: 'B7',
    what: 'the same question, all bare',
    work: 1,
    unit: 'requests',
    rateUnit: 'requests/CPU-s',
    ours: contest.contestant(OURS, crowd, 'cpu'),
    peers: [APOLLO, HIVE, HIVE_RUST].map((name) => ({ ...contest.contestant(name, crowd, 'cpu'), target: 1 })),
  });
  const alone: Question = { query: SMALL_QUERY, connections: 1 };
  const p50 = { through: [] as number[], direct: [] as number[] };
  const turns = [
    contest.contestant(SECURED, alone, 'clock', p50.through),
    contest.contestant(DIRECT, alone, 'clock', p50.direct),
  ];
  let right = true;
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const turn of round % 2 === 0 ? turns : turns.toReversed())
      right = (await turn.run(() => undefined)).correct && right;
  }
  tellAdded(p50.through.map((ms, n) => ms - (p50.direct[n] ?? Number.NaN)).slice(1), right);
  expect([...through, ...bare].every(({ correct }) => correct) && right).toBe(true);
});

/** What the gateway adds to the one call it needs, against what was promised. */
function tellAdded(added: readonly number[], correct: boolean): void {
  const peer = `promise: ${MS_ADDED} ms added at most, every check on`;
  const ratios = added.map((ms) => MS_ADDED / ms);
  const value = Math.round(median(added) * 100) / 100;
  process.stderr.write(`B7: the gateway adds ${value} ms (p50) to the one call it needs\n`);
  keep([{ ...lineOf('B7', peer, 1, ratios), value, unit: 'ms added (p50)', limit_share: null, correct }]);
}
