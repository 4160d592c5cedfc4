import { Client } from 'pg';
import type { World } from './world.ts';

/** The services that announce facts. */
export const OWNERS = ['network', 'beneficiaries', 'workshops', 'equipment'] as const;
export type Owner = (typeof OWNERS)[number];
export const ALL = [...OWNERS, 'reporting'] as const;
export type Database = (typeof ALL)[number];

/** One fact of a ledger. */
export interface Fact {
  readonly seq: string;
  readonly eventId: string;
  readonly topic: string;
  readonly aggregate: string;
  readonly version: number;
  readonly type: string;
  readonly branch: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: read with the checker's own eyes, not with the product's types
  readonly data: any;
}

/** The databases as their superuser sees them: past the lines, past row-level security. */
export class Books {
  private readonly clients = new Map<Database, Client>();

  static async open(world: Pick<World, 'databaseUrl'>): Promise<Books> {
    const books = new Books();
    for (const name of ALL) {
      const client = new Client({ connectionString: world.databaseUrl(name) });
      client.on('error', () => undefined);
      await client.connect();
      books.clients.set(name, client);
    }
    return books;
  }

  async ask<Row extends object>(database: Database, sql: string, values: unknown[] = []): Promise<Row[]> {
    const answer = await this.clients.get(database)?.query<Row>(sql, values);
    return answer?.rows ?? [];
  }

  /** A service's whole ledger, in order. */
  async ledger(owner: Owner): Promise<Fact[]> {
    return this.ask<Fact>(
      owner,
      `SELECT seq, event_id AS "eventId", aggregate_type AS topic, aggregate_id AS aggregate, aggregate_version AS version,
              type, branch, payload AS data
       FROM outbox_event ORDER BY seq`,
    );
  }

  async close(): Promise<void> {
    for (const client of this.clients.values()) await client.end().catch(() => undefined);
  }
}
