import { Injectable, Logger } from '@nestjs/common';
import type { Companion } from '#runtime';
import { RetireRecords } from './retire-records.js';

const EVERY_MS = 3_600_000;

/** Looks every hour whose time of keeping is over; the rule itself reads the clock. */
@Injectable()
export class RetireSchedule implements Companion {
  private readonly log = new Logger('retention');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly retireRecords: RetireRecords) {}

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
      .then(() => this.retireRecords.execute())
      .then(
        ({ setAside, erased }) => {
          if (setAside + erased > 0) this.log.log(`${setAside} records set aside, ${erased} erased`);
        },
        // The next hour makes up for it.
        (error: unknown) => this.log.error(error instanceof Error ? error.message : 'failed'),
      );
  }
}
