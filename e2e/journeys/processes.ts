import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { network } from './caller.js';

/** Ends a process of this network with signal 9; the launcher brings it back. */
export function kill(name: string): void {
  process.kill(pidOf(name), 'SIGKILL');
}

/**
 * A service is gone for as long as `during` takes: it is killed, and the launcher held still so that it cannot bring it
 * back. Ends once everything is complete again.
 */
export async function without(service: string, during: () => Promise<void>): Promise<void> {
  const launcher = pidOf('supervisor');
  const goOn = () => process.kill(launcher, 'SIGCONT');
  // Whatever ends this run in the middle, the launcher must not stay frozen.
  process.once('exit', goOn);
  process.kill(launcher, 'SIGSTOP');
  try {
    kill(service);
    await during();
  } finally {
    goOn();
    process.removeListener('exit', goOn);
  }
  await complete();
}

/** Waits until every service answers and has read what the others announced. */
async function complete(): Promise<void> {
  const deadline = Date.now() + 60_000;
  const asked = () =>
    fetch(`${network()}/health/complete`).then(
      (answer) => answer.ok,
      () => false,
    );
  while (!(await asked())) if (Date.now() > deadline) throw new Error('the network did not become complete again');
}

/** By the launcher's own list. */
function pidOf(name: string): number {
  const state = process.env['JOURNEY_STATE'];
  if (!state) throw new Error('JOURNEY_STATE is missing: this journey needs a network of its own');
  const list = JSON.parse(readFileSync(join(state, 'processes.json'), 'utf8')) as { name: string; pid: number }[];
  const found = list.find((entry) => entry.name === name);
  if (!found) throw new Error(`no process ${name}`);
  return found.pid;
}
