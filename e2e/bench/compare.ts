import { appendFileSync } from 'node:fs';
import { cpuSecondsOf } from './cpu.js';
import { resamplingInterval } from './interval.js';

/** One way of doing the work, run as often as it takes; each run begins from the same state and checks its result. */
export interface Contestant {
  readonly name: string;
  /**
   * Does the work once. `correct` says whether nothing was lost and nothing counted twice; `did` how much of the work it
   * was, where a slow one does only a part of it; `perSecond` what it measured itself, where it knows better than the
   * clock. It may call `begin` once it is under way: what came before is not measured.
   */
  readonly run: (begin: () => void) => Promise<Outcome>;
  /** Before each run, not measured. */
  readonly prepare?: () => Promise<void>;
  /** After each run, not measured: whether nothing was lost and nothing counted twice. */
  readonly check?: () => Promise<boolean>;
  /** The process that does the work; our own if not said. */
  readonly pid?: () => number;
}

/** What a run says of itself. */
export interface Outcome {
  readonly correct: boolean;
  readonly did?: number;
  readonly perSecond?: number;
}

/** Somebody to be compared with, and what has to come out: by the clock, or for each second of processors. */
export type Peer = Contestant & { readonly target: number; readonly per?: 'second' | 'CPU-second' };

/** What is compared, and what has to come out. */
export interface Comparison {
  readonly bench: string;
  readonly what: string;
  /** How much work one run is, in `unit`s. */
  readonly work: number;
  readonly unit: string;
  /** What the rate is in, if not in `unit`s per second. */
  readonly rateUnit?: string;
  readonly ours: Contestant;
  readonly peers: readonly Peer[];
  /** How much of the work in a second was promised, whatever others do. */
  readonly promised?: number;
  /** What bounds us on this machine, measured beside. */
  readonly limit?: Contestant;
  /** Process whose CPU time counts besides our own: the database server's, if there is one. */
  readonly serverPid?: number;
  readonly rounds?: number;
}

/** One line of the result, as `--json` prints it; `ratio` is ours over the peer's, with its 95 % interval. */
export interface Line {
  readonly bench: string;
  readonly peer: string;
  readonly value: number;
  readonly unit: string;
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  readonly target: number;
  readonly limit_share: number | null;
  readonly correct: boolean;
}

interface Sample {
  readonly perSecond: number;
  readonly perCpuSecond: number;
}

/** How many rounds count, after one to warm up; fewer only to try something out. */
export const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 9);

/**
 * Runs ours and each peer in turn, A B then B A, so that what the machine does meanwhile meets both; one round to warm up,
 * nine that count. A wrong result counts as no result.
 */
export async function compare(comparison: Comparison): Promise<Line[]> {
  const { ours, peers, limit, rounds = ROUNDS } = comparison;
  const all = [ours, ...peers, ...(limit ? [limit] : [])];
  const samples = new Map<string, Sample[]>(all.map(({ name }) => [name, []]));
  const wrong = new Set<string>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const contestant of round % 2 === 0 ? all : [...all].reverse()) {
      const { sample, correct } = await measure(comparison, contestant);
      if (!correct) wrong.add(contestant.name);
      if (round > 0) samples.get(contestant.name)?.push(sample);
    }
  }
  const of = (name: string, pick: (sample: Sample) => number) => (samples.get(name) ?? []).map(pick);
  const perSecond = (sample: Sample) => sample.perSecond;
  const share = limit ? median(of(ours.name, perSecond)) / median(of(limit.name, perSecond)) : null;
  const line = (peer: string, target: number, values: readonly number[], pairs: readonly number[], unit: string) => ({
    ...lineOf(comparison.bench, peer, target, pairs),
    value: round1(median(values)),
    unit,
    limit_share: share === null ? null : round2(share),
    correct: !wrong.has(ours.name) && !wrong.has(peer),
  });
  const lines = peers.map(({ name, target, per = 'second' }): Line => {
    const pick = per === 'second' ? perSecond : (sample: Sample) => sample.perCpuSecond;
    const pairs = of(ours.name, pick).map((value, n) => value / (of(name, pick)[n] ?? Number.NaN));
    const unit = comparison.rateUnit ?? `${comparison.unit}/${per === 'second' ? 's' : per}`;
    return line(name, target, of(ours.name, pick), pairs, unit);
  });
  if (comparison.promised !== undefined) {
    const { promised, unit } = comparison;
    const pairs = of(ours.name, perSecond).map((value) => value / promised);
    lines.push(line(`promise: ${promised} ${unit} a second`, 1, of(ours.name, perSecond), pairs, `${unit}/s`));
  }
  tell(comparison, all, samples, lines);
  return lines;
}

async function measure(comparison: Comparison, contestant: Contestant) {
  await contestant.prepare?.();
  const { serverPid } = comparison;
  const now = () => ({
    at: performance.now(),
    cpu: cpuSecondsOf(contestant.pid?.() ?? process.pid) + (serverPid === undefined ? 0 : cpuSecondsOf(serverPid)),
  });
  let begun = now();
  const outcome = await contestant.run(() => {
    begun = now();
  });
  const ended = now();
  const { did = comparison.work, perSecond = (did * 1_000) / (ended.at - begun.at) } = outcome;
  const correct = outcome.correct && ((await contestant.check?.()) ?? true);
  return { correct, sample: { perSecond, perCpuSecond: did / Math.max(ended.cpu - begun.cpu, 0.001) } };
}

function tell(
  { bench, what, unit, rateUnit = `${unit}/s` }: Comparison,
  all: readonly Contestant[],
  samples: ReadonlyMap<string, readonly Sample[]>,
  lines: readonly Line[],
): void {
  const out = [`${bench}: ${what}`];
  for (const { name } of all) {
    const mine = samples.get(name) ?? [];
    const rate = median(mine.map(({ perSecond }) => perSecond));
    const perCpu = median(mine.map(({ perCpuSecond }) => perCpuSecond));
    out.push(`  ${name}: ${Math.round(rate)} ${rateUnit}, ${Math.round(perCpu)} per CPU-second`);
  }
  for (const { peer, ratio, low, high, target, limit_share: share, correct } of lines) {
    const met = low >= target ? 'met' : high < target ? 'missed' : 'undecided';
    out.push(
      `  ${ratio} × ${peer} [${low}, ${high}], target ${target}: ${correct ? met : 'WRONG RESULT'}` +
        (share === null ? '' : `; ${Math.round(share * 100)} % of the limit`),
    );
  }
  process.stderr.write(`${out.join('\n')}\n`);
  keep(lines);
}

/** Hands lines to whoever writes them down. */
export function keep(lines: readonly Line[]): void {
  const file = process.env['BENCH_RESULTS'];
  if (file) for (const line of lines) appendFileSync(file, `${JSON.stringify(line)}\n`);
}

/** The ratio and its interval, from the rounds' ratios. */
export function lineOf(bench: string, peer: string, target: number, pairs: readonly number[]) {
  const { low, high } = resamplingInterval(pairs);
  return { bench, peer, target, ratio: round2(median(pairs)), low: round2(low), high: round2(high) };
}

/** The middle of them. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

const round1 = (value: number) => Math.round(value * 10) / 10;
const round2 = (value: number) => Math.round(value * 100) / 100;
