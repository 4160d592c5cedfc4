import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { birthOf, type Recorded, signalGroup } from './registry.ts';

/** How to run one process of the local world. */
export interface Program {
  name: string;
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Another user than ours: Postgres refuses to run as root. */
  uid?: number;
  gid?: number;
  /** Where its output goes; ours if not said. */
  log: string | undefined;
  /** The signal that asks this process to finish what it does and leave. */
  stopWith?: NodeJS.Signals;
}

/** A running process in a process group of its own: Ctrl-C in the terminal reaches only whoever looks after it. */
export interface Running {
  readonly pid: number;
  readonly recorded: Recorded;
  readonly exited: Promise<string>;
  stop(patienceMs?: number): Promise<void>;
}

/** Starts a process; what it prints goes to its log file. */
export function run(program: Program): Running {
  if (program.log) mkdirSync(dirname(program.log), { recursive: true });
  const out = program.log ? openSync(program.log, 'a') : 'inherit';
  const child = spawn(program.command, program.args, {
    cwd: program.cwd,
    env: program.env ?? process.env,
    uid: program.uid,
    gid: program.gid,
    detached: true,
    stdio: ['ignore', out, out],
  });
  if (typeof out === 'number') closeSync(out);
  const exited = exitOf(child);
  const { pid } = child;
  if (pid === undefined) return neverBorn(program, exited);
  const recorded = { name: program.name, pid, startedAt: birthOf(pid) ?? '', stopWith: program.stopWith };
  return { pid, recorded, exited, stop: (patienceMs) => stop(pid, exited, program.stopWith, patienceMs) };
}

async function stop(pid: number, exited: Promise<string>, signal: NodeJS.Signals = 'SIGTERM', patienceMs = 10_000) {
  // Only the head of the group is asked politely; it knows in which order its own children leave.
  try {
    process.kill(pid, signal);
  } catch {
    return;
  }
  const late = pause(patienceMs, 'late', { ref: false });
  if ((await Promise.race([exited, late])) === 'late') signalGroup(pid, 'SIGKILL');
  await exited;
  signalGroup(pid, 'SIGKILL');
}

function exitOf(child: ChildProcess): Promise<string> {
  return new Promise((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, signal) => done(signal ?? `exit code ${code}`));
  });
}

function neverBorn(program: Program, exited: Promise<string>): Running {
  return { pid: -1, recorded: { name: program.name, pid: -1, startedAt: '' }, exited, stop: async () => {} };
}

/** Asks until the answer is yes; says no when the time is up or the process that should answer is gone. */
export async function until(ready: () => Promise<boolean>, withinMs: number, gone?: Promise<string>): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  let left = false;
  void gone?.then(() => {
    left = true;
  });
  while (performance.now() < deadline && !left) {
    if (await ready()) return true;
    await pause(50);
  }
  return false;
}
