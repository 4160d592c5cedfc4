import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this clone. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** What the local world remembers: keys, passwords, logs, data; in `.local` (ignored by git), or where PASSERELLE_STATE says. */
export const local = process.env.PASSERELLE_STATE ?? join(root, '.local');

/** Jars of the broker, fetched once and shared by every world of this clone. */
export const kafkaLibs = join(root, '.local', 'kafka', 'libs');

/** Where a process writes what it has to say. */
export const logFile = (name: string): string => join(local, 'logs', `${name}.log`);

/** The processes of this clone's world, for whoever must end them when their supervisor cannot. */
export const pidFile = join(local, 'processes.json');

const runsAsRoot = process.getuid?.() === 0;

/**
 * Where Postgres lives. It refuses to run as root and its own user cannot cross a private folder such as /root,
 * so a world of root keeps it in a place everybody can reach, under a name that only this clone knows.
 */
export function postgresHome(): string {
  if (!runsAsRoot) return join(local, 'postgres');
  return join(reachable, `passerelle-${worldId()}`);
}

/** A folder that any user of this machine can cross. */
export const reachable = '/var/tmp';

/** Written beside the data outside the clone, so that data whose clone is gone can be recognised. */
export const cloneMark = 'clone';

/** Born with the clone's state and gone with it: a new clone in an old place never meets old data. */
export function worldId(): string {
  const file = join(local, 'world-id');
  if (!existsSync(file)) {
    mkdirSync(local, { recursive: true });
    writeFileSync(file, randomBytes(6).toString('hex'));
  }
  return readFileSync(file, 'utf8').trim();
}
