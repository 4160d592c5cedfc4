import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { ALL } from './ledger.ts';
import type { World } from './world.ts';

const LOOK_MS = 150;

/** A place of record that was seen to go back. */
export interface StepBack {
  readonly reader: string;
  readonly at: string;
  readonly from: number;
  readonly to: number;
}

/** Watches every reader's place of record throughout: within one life of a topic it never goes back (I10). */
export class OffsetsWatch {
  readonly stepsBack: StepBack[] = [];
  private readonly world: World;
  private readonly highest = new Map<string, { epoch: number; next: number }>();
  private watching = true;
  private readonly done: Promise<void>[];

  constructor(world: World) {
    this.world = world;
    this.done = ALL.map((database) => this.watch(database));
  }

  async stop(): Promise<StepBack[]> {
    this.watching = false;
    await Promise.all(this.done);
    return this.stepsBack;
  }

  private async watch(database: string): Promise<void> {
    while (this.watching) {
      const client = new Client({ connectionString: this.world.databaseUrl(database), connectionTimeoutMillis: 2_000 });
      client.on('error', () => undefined);
      try {
        await client.connect();
        while (this.watching) {
          await this.look(database, client);
          await pause(LOOK_MS);
        }
      } catch {
        await pause(LOOK_MS); // The database is down: that is what this is about.
      } finally {
        await client.end().catch(() => undefined);
      }
    }
  }

  private async look(database: string, client: Client): Promise<void> {
    const { rows } = await client.query<{ at: string; epoch: number; next: string }>(
      `SELECT reader || ' ' || topic || '/' || partition AS at, epoch, next_offset AS next FROM consumer_offset`,
    );
    for (const { at, epoch, next } of rows) {
      const name = `${database} ${at}`;
      const before = this.highest.get(name);
      const now = { epoch, next: Number(next) };
      if (before && before.epoch === epoch && now.next < before.next)
        this.stepsBack.push({ reader: database, at, from: before.next, to: now.next });
      this.highest.set(name, now);
    }
  }
}
