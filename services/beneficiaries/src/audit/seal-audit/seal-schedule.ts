import { Injectable, Logger } from '@nestjs/common';
import type { Companion } from '#runtime';
import { SealAudit } from './seal-audit.js';

const SEAL_EVERY_MS = 60_000;
const FORGET_EVERY = 60;

/** Seals the trail each minute, lets go of what is older than its year each hour, and tells the log how far the chain is. */
@Injectable()
export class SealSchedule implements Companion {
  private readonly log = new Logger('audit');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private turns = 0;

  constructor(private readonly sealAudit: SealAudit) {}

  start(): void {
    this.timer = setInterval(() => this.run(), SEAL_EVERY_MS);
    this.timer.unref();
    this.run();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private run(): void {
    this.running = this.running
      .then(() => this.turn())
      // The next minute makes up for it; what is not sealed is said by `verify`.
      .catch((error: unknown) => this.log.error(error instanceof Error ? error.message : 'failed'));
  }

  private async turn(): Promise<void> {
    await this.sealAudit.execute();
    if (this.turns % FORGET_EVERY === 0) {
      await this.sealAudit.forget();
      // The log is kept elsewhere: a chain made anew in the database would not hold this seal.
      const latest = await this.sealAudit.latest();
      if (latest) this.log.log(`sealed through ${latest.number}:${latest.hash}`);
    }
    this.turns += 1;
  }
}
