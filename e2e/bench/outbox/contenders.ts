import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Client } from 'pg';
import { tablesOf } from './pg-transactional-outbox.ts';

/** Keys of a bench's events: enough that all partitions have their share, few enough that each has an order to keep. */
export const KEYS = 1_000;

/** An outbox and whoever sends it. */
export interface Contender {
  readonly name: string;
  readonly topic: string;
  readonly pid: () => number;
  /** Writes events `from` up to before `to` in one transaction; an event's number grows within its key. */
  write(from: number, to: number): Promise<void>;
  /** Makes the outbox as small as on its first day, where it does not look after that itself. */
  tidy(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Gone for good, with its processes. */
  close(): Promise<void>;
}

/** One kilobyte of payload, as text. */
export const PAYLOAD = `jsonb_build_object('n', n, 'text', repeat(md5(n::text), 31))`;
/** Their numbers, as SQL. */
export const ROWS = 'generate_series($1::int, $2::int - 1) AS n';

/** Our own ledger and relay. */
export async function ours(url: string, workerUrl: string): Promise<Contender> {
  const topic = 'bench.ours';
  return contender({
    name: 'relay',
    topic,
    url,
    process: forked('ours', workerUrl, topic),
    insert: `WITH event AS (
      INSERT INTO outbox_event (event_id, aggregate_type, aggregate_id, aggregate_version, type, schema_version, branch,
                                occurred_at, recorded_at, payload)
      SELECT gen_random_uuid(), '${topic}', 'key-' || n % ${KEYS}, n / ${KEYS} + 1, 'bench.row-added', 1, 'BX', now(), now(), ${PAYLOAD}
      FROM ${ROWS} RETURNING seq)
    INSERT INTO outbox_pending SELECT seq FROM event`,
    tidy: 'VACUUM ANALYZE outbox_event, outbox_pending',
  });
}

/** pg-transactional-outbox, in one of its two ways. */
export async function library(superuserUrl: string, way: 'polling' | 'replication'): Promise<Contender> {
  const topic = `bench.${way}`;
  const url = await newDatabase(superuserUrl, `bench_${way}`);
  await as(url, async (client) => {
    for (const statement of tablesOf(way, `bench_${way}`, topic)) await client.query(statement);
  });
  return contender({
    name: `pg-transactional-outbox, ${way === 'polling' ? 'polling 500 / 10 ms' : 'replication'}`,
    topic,
    url,
    process: forked(way, url, topic),
    insert: `INSERT INTO outbox (id, aggregate_type, aggregate_id, message_type, segment, payload)
             SELECT gen_random_uuid(), '${topic}', 'key-' || n % ${KEYS}, 'row-added', 'key-' || n % ${KEYS}, ${PAYLOAD} FROM ${ROWS}`,
    tidy: 'TRUNCATE outbox',
  });
}

/** Somebody who is told when to begin and when to stop. */
export interface Process {
  readonly pid: () => number;
  start(): Promise<void>;
  stop(): Promise<void>;
  wake?(): void;
  close(): Promise<void>;
}

/** An outbox in a database, and the process that sends it. */
export function contender(from: {
  name: string;
  topic: string;
  url: string;
  process: Process;
  insert: string;
  tidy: string;
}): Contender {
  const { name, topic, process } = from;
  const client = new Client({ connectionString: from.url });
  const connected = client.connect();
  return {
    name,
    topic,
    pid: process.pid,
    start: () => process.start(),
    stop: () => process.stop(),
    async write(first, next) {
      await connected;
      await client.query({ name: 'write', text: from.insert, values: [first, next] });
      process.wake?.();
    },
    async tidy() {
      await connected;
      await client.query(from.tidy);
    },
    async close() {
      await process.close();
      await client.end();
    },
  };
}

/** An empty database for one of them: what others write is none of its business. Gives its superuser's address. */
export async function newDatabase(superuserUrl: string, name: string): Promise<string> {
  await as(superuserUrl, (client) => client.query(`CREATE DATABASE ${name}`));
  const url = new URL(superuserUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

/** Does something in a database. */
export async function as(url: string, act: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await act(client).finally(() => client.end());
}

function forked(kind: string, url: string, topic: string): Process {
  const script = join(process.cwd(), 'e2e/bench/outbox/sender.ts');
  const execArgv = ['--disable-warning=TimeoutNegativeWarning', ...(process.env['BENCH_PROFILE']?.split(' ') ?? [])];
  const child: ChildProcess = fork(script, [kind, url, topic], { execArgv, env: { ...process.env, NODE_OPTIONS: '' } });
  let answered: Promise<unknown> = answerOf(child);
  const ask = async (what: 'start' | 'stop') => {
    await answered;
    answered = answerOf(child);
    child.send(what);
    await answered;
  };
  return {
    pid: () => child.pid ?? -1,
    start: () => ask('start'),
    stop: () => ask('stop'),
    wake: () => void child.send('wake'),
    async close() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

async function answerOf(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit').then(([code]) => Promise.reject(new Error(`a sender ended with ${code}`)));
  gone.catch(() => undefined);
  await Promise.race([once(child, 'message'), gone]);
}
