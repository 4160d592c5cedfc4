import { Injectable, Logger } from '@nestjs/common';
import type { Companion } from '#runtime';
import { PassOnOffers } from './pass-on-offers.js';

/** Nobody waits for an offer by the second. */
const EVERY_MS = 15_000;

/** Looks every few seconds whether offers are over; the rule itself reads the clock. */
@Injectable()
export class PassOnSchedule implements Companion {
  private readonly log = new Logger('waiting lists');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private waiting = false;

  constructor(private readonly passOnOffers: PassOnOffers) {}

  start(): void {
    this.timer = setInterval(() => this.run(), EVERY_MS);
    this.timer.unref();
    this.run();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private run(): void {
    // One at a time: while the database is away, looks do not pile up.
    if (this.waiting) return;
    this.waiting = true;
    this.running = this.passOnOffers.execute().then(
      () => {
        this.waiting = false;
      },
      (error: unknown) => {
        this.waiting = false;
        // The next look makes up for it: what is due stays due.
        this.log.error(error instanceof Error ? error.message : 'failed');
      },
    );
  }
}
