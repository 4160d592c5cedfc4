import { setTimeout as pause } from 'node:timers/promises';
import type { Fault, Scene } from './faults.ts';
import { isReady, killAndTearLogs } from './hands.ts';
import { READERS, TOPICS } from './kafka-hands.ts';

/** What goes wrong with brokers beyond their death: what they kept, how they cut it up, whom they let in. */
export const FAULTS_OF_BROKERS: readonly Fault[] = [
  {
    id: 'F11',
    what: 'a broker dies with records that were in memory only',
    goalS: 60,
    strike: async (scene) => {
      const { world, chance } = scene;
      // One broker has lost them for good, and the ledger must send them anew. Of three, two others still have them.
      if (world.layout.brokers === 1) scene.topicsLost = true;
      const name = chance.of(world.names.brokers);
      killAndTearLogs(world.pidOf(name), world.logsOf(name), chance.of(TOPICS));
    },
  },
  {
    id: 'F14',
    what: 'a topic is given twelve partitions instead of six',
    goalS: 30,
    strike: ({ kafka, chance }) => kafka.addPartitions(chance.of(TOPICS), 12),
  },
  {
    id: 'F15',
    what: 'a reader is turned away for good',
    goalS: 30,
    possible: (world) => world.layout.brokers === 1,
    strike: turnAway,
  },
];

const SEEN_WITHIN_MS = 15_000;

/** R8: a reader that has ended, for an error that its client calls final, is seen in its service's readiness. */
async function turnAway({ world, kafka, chance, frozen, broken }: Scene): Promise<void> {
  const group = chance.of(READERS);
  if (frozen.has(group)) return;
  await kafka.denyGroup(group);
  try {
    const since = performance.now();
    while (await isReady(world.healthOf(group))) {
      if (performance.now() - since > SEEN_WITHIN_MS) {
        broken.push({ invariant: 'R8', kind: 'lost', words: `${group} was turned away and calls itself ready` });
        return;
      }
      await pause(250);
    }
  } finally {
    await kafka.allowGroup(group);
  }
}
