import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cloneMark, local, pidFile, postgresHome, reachable } from './paths.ts';
import { endLeftovers, recorded, stillRuns } from './registry.ts';

/**
 * Makes room for a new start: refuses if this clone already runs, ends what a killed start left, and forgets the data of
 * clones that are gone. Says whom it ended.
 */
export async function cleanUp(): Promise<string[]> {
  const supervisor = recorded(pidFile).find((one) => one.name === 'supervisor');
  if (supervisor && stillRuns(supervisor)) {
    throw new Error(`This clone already runs (process ${supervisor.pid}): stop it with Ctrl-C where it was started.`);
  }
  const ended = await endLeftovers(pidFile);
  forgetGoneClones();
  return ended;
}

/** Each start writes new logs; those of the start before are kept beside them. */
export function rotateLogs(): void {
  const folder = join(local, 'logs');
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.log'))) {
    renameSync(join(folder, name), join(folder, `${name}.before`));
  }
}

/** As root, data lie outside of the clone and would outlive it. */
function forgetGoneClones(): void {
  if (process.getuid?.() !== 0) return;
  for (const name of readdirSync(reachable).filter((entry) => /^passerelle-[0-9a-f]{12}$/.test(entry))) {
    const folder = join(reachable, name);
    const mark = join(folder, cloneMark);
    if (lstatSync(folder).uid !== 0 || !existsSync(mark)) continue;
    const id = join(readFileSync(mark, 'utf8'), 'world-id');
    const lives = existsSync(id) && name.endsWith(readFileSync(id, 'utf8').trim());
    if (!lives && !existsSync(join(folder, 'data', 'postmaster.pid'))) rmSync(folder, { recursive: true, force: true });
  }
  mkdirSync(postgresHome(), { recursive: true, mode: 0o755 });
  writeFileSync(join(postgresHome(), cloneMark), local);
}
