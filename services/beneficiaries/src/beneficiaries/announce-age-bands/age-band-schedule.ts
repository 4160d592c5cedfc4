import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { AnnounceAgeBands } from './announce-age-bands.js';

/** Often enough that a service restarted every day still finds its December. */
const EVERY_MS = 6 * 3_600_000;

/** Looks several times a day whether age bands are due; the rule itself reads the clock. */
@Injectable()
export class AgeBandSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('age bands');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly announceAgeBands: AnnounceAgeBands) {}

  onApplicationBootstrap(): void {
    this.run();
    this.timer = setInterval(() => this.run(), EVERY_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private run(): void {
    this.running = this.running
      .then(() => this.announceAgeBands.execute())
      .then(
        (announced) => {
          if (announced > 0) this.log.log(`${announced} people announced`);
        },
        // The next look makes up for it; until then acts are only stamped with last year's band.
        (error: unknown) => this.log.error(error instanceof Error ? error.message : 'failed'),
      );
  }
}
