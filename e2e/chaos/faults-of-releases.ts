import { setTimeout as pause } from 'node:timers/promises';
import type { Fault, Scene } from './faults.ts';
import { isReady, send } from './hands.ts';

const STARTS_WITHIN_MS = 30_000;
/** Long enough to take commands, and to read what the others say. */
const BESIDE_MS = 6_000;

/** What goes wrong when two releases run side by side. */
export const FAULTS_OF_RELEASES: readonly Fault[] = [
  {
    id: 'F19',
    what: 'a service is rolled forward to a release whose events say more, and back again',
    goalS: 10,
    strike: rollForwardAndBack,
  },
];

async function rollForwardAndBack({ world, chance }: Scene): Promise<void> {
  const name = chance.of(world.names.services);
  try {
    world.release(name, 'next');
    const old = world.pidOf(name);
    send(old, 'SIGTERM');
    const deadline = performance.now() + STARTS_WITHIN_MS;
    while (performance.now() < deadline && (world.pidOf(name) === old || !(await isReady(world.healthOf(name)))))
      await pause(250);
    await pause(BESIDE_MS);
  } finally {
    world.release(name, 'this');
    send(world.pidOf(name), 'SIGTERM');
  }
}
