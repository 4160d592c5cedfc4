import { Injectable } from '@nestjs/common';
import { type Heartbeat, HeartbeatListener, LIVE_READER } from '#messaging';
import { Clock, Database } from '#persistence';
import { FiguresApplier } from '../projection/figures-applier.js';

/** How far one service's facts are in the figures. */
export interface SourceFreshness {
  readonly source: string;
  /** Everything it wrote before this instant is counted; null = nothing proven yet. */
  readonly upTo: Date | null;
  /** Nothing recorded before this instant can still appear; null = nothing proven yet. */
  readonly finalUpTo: Date | null;
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
  private readonly proven = new Map<string, { readonly upTo: Date; readonly finalUpTo: Date }>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly applier: FiguresApplier,
    heartbeats: HeartbeatListener,
  ) {
    heartbeats.onHeartbeat((heartbeat) => this.heard(heartbeat));
  }

  /** Takes a relay's word. */
  heard(heartbeat: Heartbeat): void {
    this.announced.set(heartbeat.source, heartbeat);
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
      if (heartbeat && this.applied(heartbeat, next)) this.prove(heartbeat);
      const { upTo = null, finalUpTo = null } = this.proven.get(source) ?? {};
      return { source, upTo, finalUpTo, late: upTo === null || now - upTo.getTime() > LATE_MS };
    });
  }

  /** The instant up to which every source is counted; null until each has spoken. */
  async upTo(): Promise<Date | null> {
    const instants = (await this.sources()).map((source) => source.upTo?.getTime());
    return instants.some((instant) => instant === undefined) ? null : new Date(Math.min(...instants.map(Number)));
  }

  /**
   * The instant before which nothing more can appear from any source; null until each has spoken. What is older and set
   * aside is not counted all the same: `setAside` tells.
   */
  async finalUpTo(): Promise<Date | null> {
    const instants = (await this.sources()).map((source) => source.finalUpTo?.getTime());
    return instants.some((instant) => instant === undefined) ? null : new Date(Math.min(...instants.map(Number)));
  }

  /** Events that wait here to be mended and miss in the figures; with `asOf` those that were recorded by then. */
  async setAside(asOf: Date | null): Promise<number> {
    const [row]: { waiting: number }[] = await this.db.look((tx) =>
      tx.query(
        `SELECT count(*)::int AS waiting FROM dead_letter
         WHERE reader = $1 AND discarded_at IS NULL AND ($2::text IS NULL OR coalesce(headers->>'recordedat', '') <= $2)`,
        [LIVE_READER, asOf?.toISOString() ?? null],
      ),
    );
    return row?.waiting ?? 0;
  }

  /** What was final stays so: a topic sent anew brings nothing that is not here already. */
  private prove({ source, drainedUpTo, finalUpTo }: Heartbeat): void {
    const final = Math.max(Date.parse(finalUpTo), this.proven.get(source)?.finalUpTo.getTime() ?? 0);
    this.proven.set(source, { upTo: new Date(drainedUpTo), finalUpTo: new Date(final) });
  }

  private applied(heartbeat: Heartbeat, next: ReadonlyMap<string, number>): boolean {
    const topics = new Set(this.applier.topics);
    return Object.entries(heartbeat.positions).every(
      ([position, offset]) =>
        !topics.has(position.slice(0, position.lastIndexOf('/'))) || (next.get(position) ?? 0) > offset,
    );
  }
}
