import { Logger } from '@nestjs/common';
import type { Companion } from './service.js';

/** What is done again and again, and how often. */
export interface ScheduledWork {
  /** Under which its failures, and what it says, stand in the log. */
  readonly name: string;
  readonly everyMs: number;
  /** What is due it reads from its own tables by the clock: a turn that was missed is made up for by the next. Gives a line for the log, or nothing. */
  readonly turn: () => Promise<string | undefined>;
}

/**
 * Does something at once and every so often, one turn at a time: while a turn lasts, or waits for a database that is away, none
 * piles up behind it. A turn that fails is said in the log, and the next makes up for it.
 */
export abstract class Schedule implements Companion {
  private readonly log: Logger;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  protected constructor(private readonly work: ScheduledWork) {
    this.log = new Logger(work.name);
  }

  start(): void {
    this.timer = setInterval(() => this.run(), this.work.everyMs);
    this.timer.unref();
    this.run();
  }

  /** Ends with the turn under way. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private run(): void {
    this.running ??= this.work
      .turn()
      .then((said) => {
        if (said !== undefined) this.log.log(said);
      })
      .catch((error: unknown) => this.log.error(error instanceof Error ? error.message : 'failed'))
      .finally(() => {
        this.running = undefined;
      });
  }
}
