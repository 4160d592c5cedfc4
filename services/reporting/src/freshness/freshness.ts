import { Injectable } from '@nestjs/common';
import { type Heartbeat, HeartbeatListener, LIVE_READER } from '#messaging';
import { Clock, Database } from '#persistence';
import { FiguresApplier } from '../projection/figures-applier.js';

/** How far one service's facts are in the figures. */
export interface SourceFreshness {
  readonly source: string;
  /** Everything it wrote before this instant is counted; null = nothing proven yet. */
  readonly upTo: Date | null;
  /** More than 15 seconds behind. */
  readonly late: boolean;
}

const LATE_MS = 15_000;
/** Services whose facts make figures. */
const SOURCES = ['beneficiaries', 'workshops', 'equipment'];

/**
 * Proves how fresh the figures are: a source is fresh up to what its relay announced once everything the relay had sent
 * by then is applied here.
 */
@Injectable()
export class Freshness {
  private readonly announced = new Map<string, Heartbeat>();
  private readonly proven = new Map<string, Date>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly applier: FiguresApplier,
    heartbeats: HeartbeatListener,
  ) {
    heartbeats.onHeartbeat((heartbeat) => {
      this.announced.set(heartbeat.source, heartbeat);
    });
  }

  /** The state of each source now. */
  async sources(): Promise<SourceFreshness[]> {
    const rows: { topic: string; partition: number; next_offset: string }[] = await this.db.look((tx) =>
      tx.query('SELECT topic, partition, next_offset FROM consumer_offset WHERE reader = $1', [LIVE_READER]),
    );
    const next = new Map(rows.map((row) => [`${row.topic}/${row.partition}`, Number(row.next_offset)]));
    const now = this.clock.now().getTime();
    return SOURCES.map((source) => {
      const heartbeat = this.announced.get(source);
      if (heartbeat && this.applied(heartbeat, next)) this.proven.set(source, new Date(heartbeat.drainedUpTo));
      const upTo = this.proven.get(source) ?? null;
      return { source, upTo, late: upTo === null || now - upTo.getTime() > LATE_MS };
    });
  }

  /** The instant up to which every source is counted; null until each has spoken. */
  async upTo(): Promise<Date | null> {
    const instants = (await this.sources()).map((source) => source.upTo?.getTime());
    return instants.some((instant) => instant === undefined) ? null : new Date(Math.min(...instants.map(Number)));
  }

  private applied(heartbeat: Heartbeat, next: ReadonlyMap<string, number>): boolean {
    const topics = new Set(this.applier.topics);
    return Object.entries(heartbeat.positions).every(
      ([position, offset]) =>
        !topics.has(position.slice(0, position.lastIndexOf('/'))) || (next.get(position) ?? 0) > offset,
    );
  }
}
