import { Injectable } from '@nestjs/common';
import type { EventConsumer } from '#messaging';
import { Database } from '#persistence';
import { type Companion, ReaderFactory } from '#runtime';
import { FiguresApplier } from '../projection/figures-applier.js';
import { VersionApplier } from './version-applier.js';
import { finishLoading, listVersions, readerOfVersion } from './versions.js';

const LOOK_EVERY_MS = 500;

/**
 * Keeps a reader going for every version of the figures that is not the live one, and ends the loading of one that has
 * caught up. All it knows stands in the database: killed at any point, the next start goes on from there.
 */
@Injectable()
export class Rebuilds implements Companion {
  private readonly readers = new Map<number, EventConsumer>();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly db: Database,
    private readonly figures: FiguresApplier,
    private readonly factory: ReaderFactory,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      // One look at a time, each after the one before.
      this.looking = this.looking.then(() => this.look());
    }, LOOK_EVERY_MS);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    await this.looking;
    await Promise.all([...this.readers.keys()].map((version) => this.end(version)));
  }

  private async look(): Promise<void> {
    if (this.stopping) return;
    try {
      const versions = await this.db.look(listVersions);
      const beside = versions.filter(({ state }) => state === 'LOADING' || state === 'STANDBY');
      for (const version of this.readers.keys())
        if (!beside.some((found) => found.version === version)) await this.end(version);
      for (const { version } of beside) if (!this.readers.has(version)) await this.begin(version);
      const loading = beside.find(({ state }) => state === 'LOADING');
      if (loading && this.caughtUp(loading.version)) {
        await this.db.longWork((tx) => finishLoading(tx, loading.version));
      }
    } catch (error) {
      this.factory.log.warn({ error: error instanceof Error ? error.message : String(error) }, 'rebuild waits');
    }
  }

  private async begin(version: number): Promise<void> {
    const applier = new VersionApplier(this.figures, version);
    const reader = this.factory.make(readerOfVersion(version), this.figures.topics, applier);
    this.readers.set(version, reader);
    await reader.start();
  }

  private async end(version: number): Promise<void> {
    const reader = this.readers.get(version);
    this.readers.delete(version);
    this.factory.forget(readerOfVersion(version));
    await reader?.stop();
  }

  private caughtUp(version: number): boolean {
    const health = this.readers.get(version)?.health();
    return health !== undefined && health.reading && health.lag === 0;
  }
}
