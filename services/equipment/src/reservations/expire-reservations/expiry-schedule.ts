import { Injectable, Logger } from '@nestjs/common';
import type { Companion } from '#runtime';
import { ExpireReservations } from './expire-reservations.js';

const EVERY_MS = 60_000;

/** Looks each minute for reservations that have run out. */
@Injectable()
export class ExpirySchedule implements Companion {
  private readonly log = new Logger('reservations');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly expireReservations: ExpireReservations) {}

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
    this.running = this.running
      .then(() => this.expireReservations.execute())
      // The next minute makes up for it.
      .then(
        () => undefined,
        (error: unknown) => this.log.error(error instanceof Error ? error.message : 'failed'),
      );
  }
}
