import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

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
