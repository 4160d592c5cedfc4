import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

/** Sends a signal to a process and to all it has brought forth: Postgres's backends leave its group. */
export function signalFamily(pid: number, signal: NodeJS.Signals): void {
  for (const one of [pid, ...descendantsOf(pid)]) send(one, signal);
}

/** Sends a signal to one process, if it is still there. */
export function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already: that is what was wanted.
  }
}

/** No file of this process and its children may grow, as on a disk without a byte left (`setrlimit(2)`, RLIMIT_FSIZE). */
export function fillDisk(pid: number): void {
  for (const one of [pid, ...descendantsOf(pid)]) {
    // A child that ended between the look and the touch has nothing left to write.
    spawn('prlimit', ['--pid', String(one), '--fsize=1:1'], { stdio: 'ignore' }).on('error', () => undefined);
  }
}

/**
 * Kills a broker, and takes from the logs of one topic what it had not yet written to the disk: the end of each newest segment,
 * in the middle of a record, and every index. All of it before anybody can start the broker again: nothing here waits.
 */
export function killAndTearLogs(pid: number, logs: string, topic: string): void {
  for (const one of [pid, ...descendantsOf(pid)]) send(one, 'SIGKILL');
  while (isAlive(pid)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
  for (const folder of readdirSync(logs)) {
    if (!new RegExp(`^${topic.replaceAll('.', '\\.')}-\\d+$`).test(folder)) continue;
    const files = readdirSync(join(logs, folder));
    for (const file of files) if (/\.(time|txn)?index$/.test(file)) rmSync(join(logs, folder, file));
    const newest = files
      .filter((file) => file.endsWith('.log'))
      .sort()
      .at(-1);
    if (newest === undefined) continue;
    const segment = join(logs, folder, newest);
    truncateSync(segment, Math.max(0, Math.floor(statSync(segment).size * KEPT)));
  }
}

/** What of a segment had reached the disk. */
const KEPT = 0.6;

/** False for one that is dead and only waits to be noticed. */
function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z';
  } catch {
    return false;
  }
}

/** Whether this machine can fill a disk for one process only. */
export function canFillDisk(): boolean {
  try {
    execFileSync('prlimit', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function descendantsOf(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync('/proc')) {
    const one = Number(entry);
    const parent = Number.isInteger(one) ? parentOf(one) : undefined;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), one]);
  }
  const below = (of: number): number[] => (children.get(of) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid);
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

/** Whether the service whose health is told there calls itself ready. */
export function isReady(health: string): Promise<boolean> {
  return fetch(health.replace('/complete', '/ready'), { signal: AbortSignal.timeout(3_000) }).then(
    async (answer) => {
      await answer.body?.cancel();
      return answer.ok;
    },
    () => false,
  );
}
