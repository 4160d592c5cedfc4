import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A process as written down for whoever comes after us: a pid alone may have been given to somebody else since. */
export interface Recorded {
  name: string;
  pid: number;
  startedAt: string;
  /** How to ask it to leave; SIGTERM if not said. */
  stopWith?: NodeJS.Signals;
}

/** What the system itself says of a process's birth, or nothing if there is no such process. */
export function birthOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' ? undefined : fields[19]; // field 22 of proc(5): clock ticks since boot
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Whether this very process, not a later one of the same pid, still runs. */
export function stillRuns(recorded: Recorded): boolean {
  return birthOf(recorded.pid) === recorded.startedAt;
}

/** Writes the list whole or not at all. */
export function record(file: string, processes: Recorded[]): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(processes, null, 2));
  renameSync(`${file}.new`, file);
}

/** The list, or an empty one when there is none to read. */
export function recorded(file: string): Recorded[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Recorded[];
  } catch {
    return [];
  }
}

/** Sends a signal to a process and all of its group; says whether anybody was there. */
export function signalGroup(pid: number, signal: NodeJS.Signals): boolean {
  let reached = false;
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, signal);
      reached = true;
    } catch {
      // gone already
    }
  }
  return reached;
}

/** Ends what an earlier run left behind, politely first; says whom it ended. */
export async function endLeftovers(file: string, patienceMs = 10_000): Promise<string[]> {
  const left = recorded(file).filter(stillRuns);
  // A supervisor that still runs ends its own family; asked together with it, its children would be raised again.
  const isHead = (one: Recorded) => one.name === 'supervisor';
  await ask(left.filter(isHead), patienceMs * 3);
  await ask(
    left.filter((one) => !isHead(one)),
    patienceMs,
  );
  return left.map((one) => one.name);
}

async function ask(left: Recorded[], patienceMs: number): Promise<void> {
  for (const one of left) if (stillRuns(one)) process.kill(one.pid, one.stopWith ?? 'SIGTERM');
  const deadline = performance.now() + patienceMs;
  while (left.some(stillRuns) && performance.now() < deadline) await pause(50);
  for (const one of left.filter(stillRuns)) signalGroup(one.pid, 'SIGKILL');
  while (left.some(stillRuns)) await pause(20);
}
