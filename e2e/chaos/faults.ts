import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Caller } from './caller.ts';
import type { Chance } from './chance.ts';
import { FAULTS_OF_BROKERS } from './faults-of-brokers.ts';
import { FAULTS_OF_RELEASES } from './faults-of-releases.ts';
import { FAULTS_OF_TIME } from './faults-of-time.ts';
import { canFillDisk, fillDisk, send, signalFamily } from './hands.ts';
import { type KafkaHands, type Poison, TOPICS } from './kafka-hands.ts';
import type { Weather } from './line.ts';
import { REBUILD } from './rebuilds.ts';
import type { Finding } from './verdict.ts';
import type { World } from './world.ts';

/** What faults have to work with, and what they leave behind for the judge to know. */
export interface Scene {
  readonly world: World;
  readonly chance: Chance;
  readonly kafka: KafkaHands;
  readonly poison: Poison[];
  /** A topic was deleted: its offsets begin again, and what only lay there is gone. */
  topicsLost: boolean;
  /** Services one of whose processes stands still. */
  readonly frozen: Set<string>;
  readonly caller: Caller;
  /** Promises seen broken while things were breaking: what the judge finds afterwards is added to them. */
  readonly broken: Finding[];
  /** Acts in a database as its superuser, for as long as nothing else holds it down. */
  readonly asSuperuser: (database: string, act: (client: Client) => Promise<void>) => Promise<void>;
}

/** Something that goes wrong, and ends by itself; `goalS` is within what time after it all must be well again (R4). */
export interface Fault {
  readonly id: string;
  readonly what: string;
  readonly goalS: number;
  readonly possible?: (world: World) => boolean;
  readonly strike: (scene: Scene) => Promise<void>;
}

const anyBroker = ({ world, chance }: Scene) => chance.of(world.names.brokers);

/** Longer than a reader's session with the broker lasts, so that its partitions go to somebody else meanwhile. */
const FREEZE_MS = 12_000;

async function freeze(world: World, name: string, ms: number): Promise<void> {
  const pid = world.pidOf(name);
  signalFamily(pid, 'SIGSTOP');
  world.avoid(name, true);
  try {
    await pause(ms);
  } finally {
    world.avoid(name, false);
    signalFamily(pid, 'SIGCONT');
  }
}

/** One that does not stand still yet, and whose twin does not either: somebody must be there to take over. */
async function freezeAService({ world, chance, frozen }: Scene): Promise<void> {
  const moving = world.names.services.filter((name) => !frozen.has(name.replace(/-2$/, '')));
  if (moving.length === 0) return;
  const name = chance.of(moving);
  frozen.add(name.replace(/-2$/, ''));
  await freeze(world, name, FREEZE_MS).finally(() => frozen.delete(name.replace(/-2$/, '')));
}

async function weather(scene: Scene, lines: 'kafka' | 'postgres', what: Weather, ms: number): Promise<void> {
  const chosen = lines === 'kafka' ? scene.world.kafka : [scene.world.postgres];
  for (const line of chosen) line.become(what);
  await pause(ms);
  for (const line of chosen) line.become({ kind: 'open' });
}

/** Acts in a database as its superuser. */
export async function asSuperuser(
  world: World,
  database: string,
  act: (client: Client) => Promise<void>,
): Promise<void> {
  const client = new Client({ connectionString: world.databaseUrl(database), connectionTimeoutMillis: 3_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await act(client);
  } catch {
    // Another fault holds the database down: then this one has nothing to break.
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Every fault by its number in the design's list. */
export const FAULTS: readonly Fault[] = [
  {
    id: 'F1',
    what: 'a service is killed',
    goalS: 10,
    strike: async ({ world, chance }) => send(world.pidOf(chance.of([...world.names.services, 'gateway'])), 'SIGKILL'),
  },
  {
    id: 'F2',
    what: 'what the relays hear of Kafka is lost: sent, and they do not know it',
    goalS: 45,
    strike: (scene) => weather(scene, 'kafka', { kind: 'deaf' }, 4_000),
  },
  {
    id: 'F3',
    what: 'a service freezes, and wakes up after its partitions were given away',
    goalS: 10,
    strike: freezeAService,
  },
  {
    id: 'F4',
    what: 'a broker is killed',
    goalS: 45,
    strike: async (scene) => send(scene.world.pidOf(anyBroker(scene)), 'SIGKILL'),
  },
  {
    id: 'F4b',
    what: 'a broker freezes',
    goalS: 45,
    strike: (scene) => freeze(scene.world, anyBroker(scene), FREEZE_MS),
  },
  {
    id: 'F5',
    what: 'Postgres is killed',
    goalS: 30,
    strike: async ({ world }) => send(world.pidOf('postgres'), 'SIGKILL'),
  },
  { id: 'F5b', what: 'Postgres freezes', goalS: 30, strike: ({ world }) => freeze(world, 'postgres', 6_000) },
  {
    id: 'F6',
    what: 'backends are cut, again and again',
    goalS: 30,
    strike: (scene) =>
      scene.asSuperuser('postgres', async (client) => {
        for (let round = 0; round < 8; round += 1) {
          await client.query(
            `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() AND random() < 0.3`,
          );
          await pause(500);
        }
      }),
  },
  {
    id: 'F7',
    what: 'the line to the brokers is bad',
    goalS: 45,
    strike: (scene) => weather(scene, 'kafka', badLine(scene.chance), 5_000),
  },
  {
    id: 'F7b',
    what: 'the line to Postgres is bad',
    goalS: 30,
    strike: (scene) => weather(scene, 'postgres', badLine(scene.chance), 5_000),
  },
  {
    id: 'F8',
    what: 'the brokers’ disk is full',
    goalS: 45,
    possible: canFillDisk,
    strike: async (scene) => fillDisk(scene.world.pidOf(anyBroker(scene))),
  },
  {
    id: 'F8b',
    what: 'Postgres’s disk is full',
    goalS: 30,
    possible: canFillDisk,
    strike: async ({ world }) => fillDisk(world.pidOf('postgres')),
  },
  {
    id: 'F10',
    what: 'a transaction stays open in another database',
    goalS: 10,
    strike: (scene) =>
      scene.asSuperuser('postgres', async (client) => {
        await client.query('BEGIN; CREATE TEMPORARY TABLE held_open (n int) ON COMMIT DROP');
        await pause(15_000);
        await client.query('ROLLBACK');
      }),
  },
  {
    id: 'F12',
    what: 'a topic is deleted',
    goalS: 60,
    strike: async (scene) => {
      scene.topicsLost = true;
      await scene.kafka.deleteTopic(scene.chance.of(TOPICS));
    },
  },
  { id: 'F13', what: 'Kafka forgets where readers are', goalS: 10, strike: ({ kafka }) => kafka.forgetOffsets() },
  {
    id: 'F16',
    what: 'a topic comes twice more, out of order',
    goalS: 30,
    strike: async ({ kafka, chance }) => {
      const topic = chance.of(TOPICS);
      for (let time = 0; time < 2; time += 1) await kafka.replay(topic);
    },
  },
  {
    id: 'F18',
    what: 'records that break the contract',
    goalS: 10,
    strike: async (scene) => {
      scene.poison.push(...(await scene.kafka.poison()));
    },
  },
  ...FAULTS_OF_TIME,
  ...FAULTS_OF_RELEASES,
  ...FAULTS_OF_BROKERS,
  REBUILD,
];

function badLine(chance: Chance): Weather {
  return chance.of<Weather>([
    { kind: 'slow', ms: 500, spread: 300 },
    { kind: 'reset', everyMs: 700 },
    { kind: 'narrow', bytesPerSecond: 10_000 },
    { kind: 'sliced', bytes: 7 },
    { kind: 'silent' },
  ]);
}
