import { setTimeout as pause } from 'node:timers/promises';
import type { Fault, Scene } from './faults.ts';
import { send } from './hands.ts';

const MINUTE = 60_000;
/** Within what a signature forgives, and far outside of it; both ways, since setting a clock back is what stops programs. */
const SKEWS: readonly (readonly [ms: number, words: string])[] = [
  [20_000, '20 s ahead'],
  [-20_000, '20 s behind'],
  [60 * MINUTE, 'an hour ahead'],
  [-60 * MINUTE, 'an hour behind'],
  [3 * 24 * 60 * MINUTE, 'three days ahead'],
];
const WRONG_MS = 6_000;

/** What goes wrong with clocks, and with those who take their time. */
export const FAULTS_OF_TIME: readonly Fault[] = [
  {
    id: 'F9',
    what: 'a clock is set wrong, and set right again',
    goalS: 10,
    strike: async ({ world, chance }) => {
      const name = chance.of([...world.names.services, 'gateway']);
      const [ms] = chance.of(SKEWS);
      world.setClock(name, ms);
      await pause(WRONG_MS);
      world.setClock(name, 0);
    },
  },
  {
    id: 'F17',
    what: 'a reader cannot write for twenty seconds, and a backlog grows',
    goalS: 30,
    strike: holdAReader,
  },
  {
    id: 'F17b',
    what: 'readers become more over a backlog, and at once as few as before',
    goalS: 30,
    strike: comeAndGo,
  },
  {
    id: 'F20',
    what: 'a service is asked to stop',
    goalS: 10,
    strike: askToStop,
  },
];

/** Whoever applies events waits for this lock, gives up, and tries again: as slow as a handler can be. */
async function holdAReader({ chance, asSuperuser }: Scene): Promise<void> {
  await asSuperuser(chance.of(['reporting', 'workshops', 'equipment']), async (client) => {
    await client.query('BEGIN; LOCK TABLE consumer_offset IN EXCLUSIVE MODE');
    await pause(20_000);
    await client.query('ROLLBACK');
  });
}

const MORE = 3;

/** Partitions go to the new ones, come back to the old ones when two of them die, and again when the last one leaves. */
async function comeAndGo(scene: Scene): Promise<void> {
  const service = scene.chance.of(['reporting', 'workshops', 'equipment'] as const);
  const held = scene.asSuperuser(service, async (client) => {
    await client.query('BEGIN; LOCK TABLE consumer_offset IN EXCLUSIVE MODE');
    await pause(8_000);
    await client.query('ROLLBACK');
  });
  const [last, ...rest] = await scene.world.more(service, MORE);
  await held;
  await pause(4_000);
  for (const one of rest) send(one.pid, 'SIGKILL');
  await pause(4_000);
  await last?.stop();
}

const STOPS_WITHIN_MS = 10_000;

/** R12: who is asked to stop is gone within ten seconds, with whatever was under way finished or left to the next. */
async function askToStop({ world, chance, frozen, broken }: Scene): Promise<void> {
  const moving = world.names.services.filter((name) => !frozen.has(name.replace(/-2$/, '')));
  const name = chance.of([...moving, 'gateway']);
  const pid = world.pidOf(name);
  if (!signal(pid, 'SIGTERM')) return;
  const asked = performance.now();
  while (signal(pid, 0)) {
    if (frozen.has(name.replace(/-2$/, ''))) return; // It was stopped on its way out: the clock ran without it.
    if (performance.now() - asked > STOPS_WITHIN_MS) {
      broken.push({
        invariant: 'R12',
        kind: 'inverted',
        words: `${name} was asked to stop and has not, ten seconds later`,
      });
      return;
    }
    await pause(50);
  }
}

/** Whether the process was there to hear it. */
function signal(pid: number, what: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, what);
    return true;
  } catch {
    return false;
  }
}
