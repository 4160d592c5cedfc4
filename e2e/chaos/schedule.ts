import { setTimeout as pause } from 'node:timers/promises';
import type { Caller } from './caller.ts';
import { Chance } from './chance.ts';
import { checkAcknowledged } from './checks/acknowledged.ts';
import { asSuperuser, FAULTS, type Fault, type Scene } from './faults.ts';
import type { Ground } from './ground.ts';
import type { History } from './history.ts';
import { judge } from './judge.ts';
import type { KafkaHands } from './kafka-hands.ts';
import { OffsetsWatch } from './offsets-watch.ts';
import { untilQuiet } from './quiescence.ts';
import { countOf, tally } from './tally.ts';
import type { Verdict } from './verdict.ts';
import { Workload } from './workload.ts';
import type { World } from './world.ts';

/** What all schedules of a run share: the network goes on from one to the next, and so does what it must remember. */
export interface Run {
  readonly world: World;
  readonly kafka: KafkaHands;
  readonly history: History;
  readonly caller: Caller;
  readonly ground: Ground;
  readonly poison: Scene['poison'];
  /** A topic was deleted in this schedule or an earlier one. */
  topicsLost: boolean;
}

/** How one schedule is made. */
export interface Plan {
  readonly seed: number;
  readonly number: number;
  readonly seconds: number;
  readonly faults: readonly Fault[];
  /** The goals of R4 hold for a machine of one's own; a shared one is given so many times as long before it counts as lost. */
  readonly patience: number;
}

/** What became of it. */
export interface Told {
  readonly acked: number;
  /** What was asked and how it ended, by code. */
  readonly tally: string;
  readonly struck: readonly string[];
  readonly recoveredS: number | undefined;
  readonly goalS: number;
  readonly verdict: Verdict;
}

/** Works and breaks things for so long, heals, waits until all is quiet, and judges. */
export async function runSchedule(run: Run, plan: Plan, say: (line: string) => void): Promise<Told> {
  const chance = new Chance(plan.seed * 1_000 + plan.number);
  const scene: Scene = {
    world: run.world,
    chance: new Chance(plan.seed * 7_919 + plan.number),
    kafka: run.kafka,
    poison: run.poison,
    topicsLost: run.topicsLost,
    frozen: new Set(),
    caller: run.caller,
    broken: [],
    asSuperuser: (database, act) => asSuperuser(run.world, database, act),
  };
  const before = run.history.entries.length;
  const watch = new OffsetsWatch(run.world);
  run.caller.takeHeart();
  const workload = new Workload({
    caller: run.caller,
    chance,
    ground: run.ground,
    name: `${plan.seed}-${plan.number}`,
  });
  const desks = workload.run();
  const struck = await strikeFor(scene, plan, say);
  run.topicsLost = scene.topicsLost;
  workload.close();
  const goalS = Math.max(10, ...struck.map(({ goalS: goal }) => goal));

  let recoveredS: number | undefined;
  let unquiet: string | undefined;
  const healed = performance.now();
  const giveUp = setTimeout(() => run.caller.giveUp(), goalS * plan.patience * 1_000);
  try {
    await desks;
    await untilQuiet(run.world, goalS * plan.patience);
    recoveredS = (performance.now() - healed) / 1_000 - 3;
  } catch (error) {
    unquiet = error instanceof Error ? error.message : String(error);
  }
  clearTimeout(giveUp);
  const stepsBack = await watch.stop();
  const verdict = await judge({ scene, caller: run.caller, history: run.history, stepsBack });
  const asked = run.history.entries.slice(before);
  checkAcknowledged(asked, plan.seconds, verdict);
  if (unquiet !== undefined) verdict.find('R4', 'lost', unquiet);
  return {
    acked: countOf(asked, 'ok'),
    tally: tally(asked, run.history.takeAgain()),
    struck: struck.map(({ id }) => id),
    recoveredS,
    goalS,
    verdict,
  };
}

/** Faults of the plan in an order and at times that the seed decides, one after the other, some on top of the last. */
async function strikeFor(scene: Scene, plan: Plan, say: (line: string) => void): Promise<Fault[]> {
  const end = performance.now() + plan.seconds * 1_000;
  const possible = plan.faults.filter((fault) => fault.possible?.(scene.world) ?? true);
  const struck: Fault[] = [];
  const underWay = new Set<Promise<void>>();
  const gap: readonly [number, number] = plan.seconds < 60 ? [2_000, 6_000] : [3_000, 15_000];
  await pause(1_000);
  while (possible.length > 0 && performance.now() < end) {
    const fault = scene.chance.of(possible);
    struck.push(fault);
    say(`    ${fault.id}: ${fault.what}`);
    const strike: Promise<void> = fault
      .strike(scene)
      .catch((error: unknown) =>
        say(`    ${fault.id} came to nothing: ${error instanceof Error ? error.message : String(error)}`),
      )
      .finally(() => underWay.delete(strike));
    underWay.add(strike);
    await pause(Math.min(scene.chance.between(...gap), Math.max(0, end - performance.now())));
  }
  await pause(Math.max(0, end - performance.now()));
  await Promise.all(underWay);
  return struck;
}

/** The faults named, all without names. Throws with a name that nobody knows. */
export function faultsNamed(names: readonly string[]): Fault[] {
  if (names.length === 0) return [...FAULTS];
  return names.map((name) => {
    const found = FAULTS.find(({ id }) => id === name);
    if (!found) throw new Error(`No fault ${name}: there are ${FAULTS.map(({ id }) => id).join(', ')}.`);
    return found;
  });
}
