import { randomUUID } from 'node:crypto';
import type { Kafka } from 'kafkajs';
import { keep, type Line, lineOf, median } from '../compare.ts';
import type { Contender } from './contenders.ts';
import { numberOf } from './topic.ts';

/** What has not come by then counts as lost: it is far behind any pace. */
const PATIENCE_MS = 20_000;

/** How long events take from their commit to a reader of the topic. */
export interface Ears {
  /** Writes one event a moment at an even rate, each in its own transaction; gives each one's delay in milliseconds, and how many never came. */
  listen(
    one: Contender,
    events: { from: number; to: number },
    perSecond: number,
  ): Promise<{ delays: number[]; lost: number }>;
  close(): Promise<void>;
}

/** One reader of all their topics, as any consumer reads. */
export async function openEars(kafka: Kafka, topics: string[]): Promise<Ears> {
  const heard = new Map<string, Map<number, number>>(topics.map((topic) => [topic, new Map()]));
  const consumer = kafka.consumer({ groupId: `bench-${randomUUID()}` });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  const joined = new Promise<void>((done) => {
    const stop = consumer.on(consumer.events.GROUP_JOIN, () => {
      stop();
      done();
    });
  });
  await consumer.run({
    autoCommit: false,
    partitionsConsumedConcurrently: topics.length * 6,
    eachBatch: async ({ batch }) => {
      const now = performance.now();
      const seen = heard.get(batch.topic);
      for (const { value } of batch.messages) {
        const n = numberOf(value);
        if (!seen?.has(n)) seen?.set(n, now);
      }
    },
  });
  await joined;
  return {
    async listen(one, { from, to }, perSecond) {
      const committed = new Map<number, number>();
      const seen = heard.get(one.topic) ?? new Map<number, number>();
      const begun = performance.now();
      const writes: Promise<void>[] = [];
      for (let n = from; n < to; n += 1) {
        const due = begun + ((n - from) * 1_000) / perSecond;
        const early = due - performance.now();
        if (early > 0) await new Promise((done) => setTimeout(done, early));
        writes.push(one.write(n, n + 1).then(() => void committed.set(n, performance.now())));
      }
      await Promise.all(writes);
      const whole = () => [...committed.keys()].every((n) => seen.has(n));
      const deadline = performance.now() + PATIENCE_MS;
      while (!whole() && performance.now() < deadline) await new Promise((done) => setTimeout(done, 20));
      const delays = [...committed].flatMap(([n, at]) => {
        const there = seen.get(n);
        // A reader may hear of it before the writer hears that it is committed.
        return there === undefined ? [] : [Math.max(0, there - at)];
      });
      return { delays, lost: to - from - delays.length };
    },
    close: () => consumer.disconnect(),
  };
}

/** The delay that so large a share of them stays within. */
export function quantile(delays: readonly number[], share: number): number {
  const sorted = [...delays].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** One contestant's rounds: each round's delays. */
export interface Heard {
  readonly name: string;
  readonly rounds: readonly (readonly number[])[];
  readonly whole: boolean;
}

/** What came of the rounds: our worst of a hundred against theirs, and against what was promised; printed and kept. */
export function compareDelays(
  bench: string,
  mine: Heard,
  peers: readonly (Heard & { readonly target: number })[],
  promisedMs: number,
): Line[] {
  const p99 = (heard: Heard) => heard.rounds.map((round) => quantile(round, 0.99));
  const value = Math.round(median(p99(mine)) * 10) / 10;
  const line = (peer: string, target: number, pairs: readonly number[], whole: boolean): Line => ({
    ...lineOf(bench, peer, target, pairs),
    value,
    unit: 'ms p99',
    limit_share: null,
    correct: mine.whole && whole,
  });
  const lines = [
    ...peers.map((peer) => {
      const theirs = p99(peer);
      const pairs = p99(mine).map((ms, n) => (theirs[n] ?? Number.NaN) / ms);
      return line(peer.name, peer.target, pairs, peer.whole);
    }),
    line(
      `promise: p99 in ${promisedMs} ms`,
      1,
      p99(mine).map((ms) => promisedMs / ms),
      true,
    ),
  ];
  for (const { name, rounds } of [mine, ...peers]) {
    const of = (share: number) => median(rounds.map((round) => quantile(round, share))).toFixed(1);
    process.stderr.write(`${bench}: ${name}: p50 ${of(0.5)} ms, p99 ${of(0.99)} ms\n`);
  }
  for (const { peer, ratio, low, high, target, correct } of lines)
    process.stderr.write(
      `  ${ratio} × ${peer} [${low}, ${high}], target ${target}${correct ? '' : ': WRONG RESULT'}\n`,
    );
  keep(lines);
  return lines;
}
