import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type Program, type Running, run, until } from './child.ts';
import { type Recorded, record } from './registry.ts';

/** A program that must not stay dead. */
export interface Watched {
  program: Program;
  /** Whether it does what others need it for. */
  ready: () => Promise<boolean>;
  withinMs: number;
}

/** Some program did not come up; the sentence says where to read why. */
export class DidNotStart extends Error {}

const lastWords = ({ log }: Program): string =>
  log && existsSync(log)
    ? `, which ends with\n${readFileSync(log, 'utf8').trimEnd().split('\n').slice(-8).join('\n')}`
    : '';

interface Ward extends Watched {
  running: Running;
  /** Those raised together leave together, the last raised first. */
  rank: number;
}

const firstPauseMs = 200;
const longestPauseMs = 5_000;
const calmMs = 10_000;
const triesAtFirst = 3;

/** Keeps programs running until told to stop: whoever dies, however, is raised again, at first at once, then less eagerly. */
export class Supervisor {
  private readonly wards: Ward[] = [];
  private readonly pidFile: string;
  private readonly self: Recorded;
  private readonly say: (line: string) => void;
  private stopping = false;
  private rank = 0;

  constructor(options: { pidFile: string; self: Recorded; say: (line: string) => void }) {
    this.pidFile = options.pidFile;
    this.self = options.self;
    this.say = options.say;
    this.write();
  }

  /** Starts these together; ends when all are ready. Refuses with `DidNotStart` when one is not in time or
   * ends again and again before. */
  async raise(...watched: Watched[]): Promise<void> {
    this.rank += 1;
    await Promise.all(
      watched.map(async (one) => {
        if (this.stopping) return;
        const ward = { ...one, running: run(one.program), rank: this.rank };
        this.wards.push(ward);
        this.write();
        if (!(await this.comesUp(ward))) {
          if (this.stopping) return;
          throw new DidNotStart(`${one.program.name} did not start: read ${one.program.log}${lastWords(one.program)}`);
        }
        this.say(`  ${one.program.name} ready, pid ${ward.running.pid}`);
        void this.watch(ward);
      }),
    );
  }

  /** Runs a program that is meant to end; says how it ended. */
  async complete(program: Program): Promise<string> {
    this.rank += 1;
    const running = run(program);
    this.wards.push({ program, running, rank: this.rank, ready: async () => true, withinMs: 0 });
    this.write();
    return running.exited;
  }

  /** Whether it was told to stop. */
  get isStopping(): boolean {
    return this.stopping;
  }

  /** Stops everything, the last raised first; when it ends, no process is left. */
  async stop(): Promise<void> {
    this.stopping = true;
    for (let rank = this.rank; rank > 0; rank -= 1) {
      await Promise.all(this.wards.filter((ward) => ward.rank === rank).map((ward) => ward.running.stop()));
    }
    record(this.pidFile, []);
  }

  /** Waits until it is ready; one that ends before, on a machine that is very busy, is given a second and a third try. */
  private async comesUp(ward: Ward): Promise<boolean> {
    const deadline = performance.now() + ward.withinMs;
    for (let tries = 1, wait = firstPauseMs; ; tries += 1, wait *= 2) {
      if (await until(ward.ready, deadline - performance.now(), ward.running.exited)) return true;
      if (this.stopping || tries === triesAtFirst || performance.now() >= deadline) return false;
      this.say(`! ${ward.program.name} ended (${await ward.running.exited}) before it was ready, starting it again`);
      await pause(wait);
      if (this.stopping) return false;
      ward.running = run(ward.program);
      this.write();
    }
  }

  private async watch(ward: Ward): Promise<void> {
    let wait = firstPauseMs;
    while (!this.stopping) {
      const raisedAt = performance.now();
      const how = await ward.running.exited;
      if (this.stopping) return;
      if (performance.now() - raisedAt > calmMs) wait = firstPauseMs;
      this.say(`! ${ward.program.name} ended (${how}), starting it again in ${wait / 1000} s`);
      await pause(wait);
      if (this.stopping) return;
      wait = Math.min(wait * 2, longestPauseMs);
      ward.running = run(ward.program);
      this.write();
      void this.announce(ward, ward.running);
    }
  }

  private async announce(ward: Ward, running: Running): Promise<void> {
    if (await until(ward.ready, ward.withinMs, running.exited)) {
      this.say(`  ${ward.program.name} ready again, pid ${running.pid}`);
    }
  }

  private write(): void {
    record(this.pidFile, [this.self, ...this.wards.map((ward) => ward.running.recorded)]);
  }
}
