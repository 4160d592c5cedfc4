import { setTimeout as pause } from 'node:timers/promises';
import type { Fault, Scene } from './faults.ts';
import { send } from './hands.ts';

/** Long enough to start, to take commands, and to read what the others say. */
const BESIDE_MS = 12_000;

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
    send(world.pidOf(name), 'SIGTERM');
    await pause(BESIDE_MS);
  } finally {
    world.release(name, 'this');
    send(world.pidOf(name), 'SIGTERM');
  }
}
