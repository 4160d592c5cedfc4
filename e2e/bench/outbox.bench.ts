import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Admin, Kafka } from 'kafkajs';
import { createKafka, ensureTopics } from '#messaging';
import { Service } from '#runtime';
import { eventually, startForTest, type TestService } from '#testing';
import { compare } from './compare.js';
import { serverPid } from './cpu.js';
import { type Contender, library, ours } from './outbox/contenders.js';
import { debezium } from './outbox/debezium.js';
import { compareDelays, openEars } from './outbox/delays.js';
import { startLogicalWorld } from './outbox/logical-world.js';
import { machineLimit } from './outbox/machine-limit.js';
import { arrived, type Ends, endsOf, wholeAndInOrder } from './outbox/topic.js';

/** Rows of one run: 100 000 by the book; fewer let nine rounds of everybody end within the hour. */
const ROWS = Number(process.env['BENCH_ROWS'] ?? 10_000);
/** Who sends one transaction a message is slow: the rate is taken from a part. */
const SINGLY = { polling: Math.min(ROWS, 500), replication: Math.min(ROWS, 1_000) };
/** Events a second, and for how long, where delays are measured. */
const RATE = 200;
const SECONDS = 5;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 9);

@Service({ name: 'teller', entities: [], migrations: [], providers: [] })
class TellerModule {}

let world: { stop: () => Promise<void> };
let teller: TestService;
let kafka: Kafka;
let admin: Admin;
let all: Record<'ours' | 'polling' | 'replication' | 'debezium', Contender>;
beforeAll(async () => {
  world = await startLogicalWorld();
  const superuser = String(process.env['TEST_POSTGRES_URL']);
  teller = await startForTest(TellerModule);
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  kafka = createKafka({ brokers: String(process.env['KAFKA_BROKERS']), clientId: 'bench', log: silent });
  admin = kafka.admin();
  await admin.connect();
  const ledger = new URL(superuser);
  ledger.pathname = new URL(teller.config.workerUrl).pathname;
  all = {
    ours: await ours(ledger.toString(), teller.config.workerUrl),
    polling: await library(superuser, 'polling'),
    replication: await library(superuser, 'replication'),
    debezium: await debezium(superuser),
  };
  await ensureTopics(kafka, topics());
  // A topic just made has no leader for a moment.
  const led = () => Promise.all(topics().map((topic) => endsOf(admin, topic)));
  await eventually('topics with leaders', () =>
    led().then(
      () => true,
      () => false,
    ),
  );
}, 180_000);
afterAll(async () => {
  for (const one of Object.values(all ?? {})) await one.close();
  await admin?.disconnect();
  await teller?.stop();
  await world?.stop();
});

/** Where Kafka's own test writes. */
const LIMIT_TOPIC = 'bench.limit';
const topics = () => [...Object.values(all).map(({ topic }) => topic), LIMIT_TOPIC];

/** How many events each has written so far: numbers grow from run to run. */
const written = new Map<string, number>();
function next(one: Contender, rows: number): { from: number; to: number } {
  const from = written.get(one.name) ?? 0;
  written.set(one.name, from + rows);
  return { from, to: from + rows };
}

/** Draining so many rows, measured from the first records seen to the last: how it came to life is left out, ours and theirs. */
function drain(one: Contender, rows: number) {
  let events = { from: 0, to: 0 };
  let since: Ends = new Map();
  return {
    name: one.name,
    pid: one.pid,
    async prepare() {
      events = next(one, rows);
      await one.tidy();
      await one.write(events.from, events.to);
      since = await endsOf(admin, one.topic);
    },
    async run(begin: () => void) {
      const started = one.start();
      const first = await arrived(admin, one.topic, since, 1, 60_000);
      begin();
      await arrived(admin, one.topic, since, rows, 600_000);
      await started;
      return { correct: true, did: rows - first };
    },
    async check() {
      await one.stop();
      return wholeAndInOrder(kafka, one.topic, since, events);
    },
  };
}

it('B1: an outbox drained to six partitions', async () => {
  const lines = await compare({
    bench: 'B1',
    what: `${ROWS} rows of 1 KB (pg-transactional-outbox: ${SINGLY.polling} and ${SINGLY.replication}), all acknowledgements`,
    work: ROWS,
    unit: 'events',
    serverPid: await serverPid(),
    promised: 15_000,
    rounds: ROUNDS,
    ours: drain(all.ours, ROWS),
    limit: machineLimit(String(process.env['TEST_POSTGRES_URL']), LIMIT_TOPIC, ROWS),
    peers: [
      { ...drain(all.polling, SINGLY.polling), target: 5 },
      { ...drain(all.replication, SINGLY.replication), target: 1.5 },
      { ...drain(all.debezium, ROWS), target: 1, per: 'CPU-second' },
    ],
  });
  expect(lines.every(({ correct }) => correct)).toBe(true);
});

it('B2: from a commit to a reader, at two hundred events a second', async () => {
  const ears = await openEars(
    kafka,
    Object.values(all).map(({ topic }) => topic),
  );
  const contenders = [all.ours, all.polling, all.replication, all.debezium];
  const heard = new Map(contenders.map((one) => [one, { name: one.name, rounds: [] as number[][], whole: true }]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const one of round % 2 === 0 ? contenders : [...contenders].reverse()) {
      await one.tidy();
      await one.start();
      // Who does not keep that pace falls behind for as long as it lasts: one second, in its favour.
      const seconds = one === all.ours || one === all.debezium ? SECONDS : 1;
      // Whoever has just begun is given some events to find its pace.
      await ears.listen(one, next(one, 20 * seconds), RATE);
      const { delays, lost } = await ears.listen(one, next(one, RATE * seconds), RATE);
      await one.stop();
      const mine = heard.get(one);
      if (mine && lost > 0) mine.whole = false;
      if (round > 0) mine?.rounds.push(delays);
    }
  }
  await ears.close();
  const of = (one: Contender) => heard.get(one) ?? { name: one.name, rounds: [], whole: false };
  const peers = [all.polling, all.replication, all.debezium].map((one) => ({ ...of(one), target: 1 }));
  const lines = compareDelays('B2', of(all.ours), peers, 60);
  expect(lines.every(({ correct }) => correct)).toBe(true);
});
