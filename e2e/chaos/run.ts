import { Caller } from './caller.ts';
import { Chance } from './chance.ts';
import { neverAcknowledged } from './checks/acknowledged.ts';
import type { Fault } from './faults.ts';
import { layGround } from './ground.ts';
import { History } from './history.ts';
import { KafkaHands } from './kafka-hands.ts';
import { untilQuiet } from './quiescence.ts';
import { type Run, runSchedule } from './schedule.ts';
import { type Finding, type Kind } from './verdict.ts';
import { type Layout, startWorld } from './world.ts';

/** What is asked of a run. */
export interface Order {
  readonly seed: number;
  readonly schedules: number;
  readonly seconds: number;
  readonly faults: readonly Fault[];
  readonly patience: number;
  readonly layout: Omit<Layout, 'chance'>;
}

/** What it came to. */
export interface Outcome {
  readonly schedules: number;
  readonly acked: number;
  readonly lost: number;
  readonly double: number;
  readonly inverted: number;
  readonly findings: readonly Finding[];
}

const SHOWN = 12;

/** Starts a network, runs the schedules on it one after the other, stops it; prints one line for each. */
export async function runAll(order: Order, say: (line: string) => void): Promise<Outcome> {
  const chance = new Chance(order.seed);
  const world = await startWorld({ ...order.layout, chance: () => chance.next() }, () => undefined);
  const stop = () => void world.stop().then(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const kafka = new KafkaHands(world.brokers, new Chance(order.seed + 1));
  const findings: Finding[] = [];
  let schedules = 0;
  const history = new History();
  try {
    await kafka.connect();
    const caller = new Caller(world, history);
    const run: Run = {
      world,
      kafka,
      history,
      caller,
      ground: await layGround(caller),
      poison: [],
      topicsLost: false,
    };
    await untilQuiet(world, 60);
    while (schedules < order.schedules) {
      schedules += 1;
      const { seed, seconds, faults, patience } = order;
      const told = await runSchedule(run, { seed, number: schedules, seconds, faults, patience }, say);
      const { verdict } = told;
      const recovered = told.recoveredS === undefined ? 'not quiet' : `quiet after ${told.recoveredS.toFixed(1)} s`;
      say(
        `  schedule ${schedules}: ${told.struck.join(' ') || 'no fault'}; acked ${told.acked}, ${recovered} (goal ${told.goalS} s), ` +
          `lost ${verdict.count('lost')}, double ${verdict.count('double')}, inverted ${verdict.count('inverted')}`,
      );
      say(`    ${told.tally}`);
      for (const { invariant, words } of verdict.findings.slice(0, SHOWN)) say(`    ✗ ${invariant}: ${words}`);
      if (verdict.findings.length > SHOWN) say(`    ✗ and ${verdict.findings.length - SHOWN} more`);
      findings.push(...verdict.findings);
      // What is once lost is lost in every later schedule too: it is told once.
      if (verdict.findings.length > 0) break;
    }
    const missed = neverAcknowledged(history.entries);
    if (missed.length > 0) say(`  never acknowledged in this run: ${missed.join(', ')}`);
  } finally {
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
    await kafka.close();
    await world.stop();
  }
  const count = (kind: Kind) => findings.filter((finding) => finding.kind === kind).length;
  return {
    schedules,
    acked: history.count('ok'),
    lost: count('lost'),
    double: count('double'),
    inverted: count('inverted'),
    findings,
  };
}
