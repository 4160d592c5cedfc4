import { LIVE_READER, type Relay } from '#messaging';
import { type Database } from '#persistence';
import { HealthReport } from './health.controller.js';
import type { Readers } from './readers.js';

/** A service that has just started may be joining its consumer group for so long before it counts as not reading. */
const STARTING_MS = 30_000;

/** What waits of the events a service has set aside and still has to send. */
export interface EventBacklog {
  readonly setAside: number;
  readonly parkedKeys: number;
  readonly pending: number;
  /** Seconds that the oldest event waiting to be sent has waited; 0 when none does. */
  readonly oldestPendingSeconds: number;
}

/** A service's health, from its database, its relay and its readers. */
export class ServiceHealth extends HealthReport {
  /** Not the date, which may be set back: a reader that has ended must not count as starting for an hour. */
  private readonly startedAt = performance.now();

  constructor(private readonly parts: { service: string; database: Database; relay: Relay; readers: Readers }) {
    super();
  }

  /** Counts what waits; undefined while the database is away. */
  async backlog(): Promise<EventBacklog | undefined> {
    const count = this.parts.database.look(
      (tx): Promise<{ set_aside: string; parked: string; pending: string; oldest: string | null }[]> =>
        tx.query(
          `SELECT (SELECT count(*) FROM dead_letter WHERE discarded_at IS NULL) AS set_aside,
                  (SELECT count(*) FROM parked_key) AS parked,
                  (SELECT count(*) FROM outbox_pending) AS pending,
                  (SELECT extract(epoch FROM now() - e.recorded_at)
                   FROM outbox_event e WHERE seq = (SELECT min(seq) FROM outbox_pending)) AS oldest`,
        ),
    );
    const [row] = await count.catch(() => []);
    if (!row) return undefined;
    return {
      setAside: Number(row.set_aside),
      parkedKeys: Number(row.parked),
      pending: Number(row.pending),
      oldestPendingSeconds: Math.max(0, Number(row.oldest ?? 0)),
    };
  }

  async report() {
    const { service, relay, readers } = this.parts;
    const backlog = await this.backlog();
    const sending = relay.health();
    const reading = readers.entries().map(([reader, consumer]) => ({ reader, ...consumer.health() }));
    const live = reading.find(({ reader }) => reader === LIVE_READER);
    const starting = performance.now() - this.startedAt < STARTING_MS;
    return {
      ready: backlog !== undefined && (starting || reading.every((reader) => reader.reading)),
      complete:
        backlog !== undefined &&
        sending.active &&
        sending.drainedUpTo !== null &&
        live?.reading === true &&
        live.lag === 0,
      details: {
        service,
        database: backlog !== undefined,
        setAside: backlog?.setAside,
        parkedKeys: backlog?.parkedKeys,
        relay: sending,
        consumer: live,
        readers: reading,
      },
    };
  }
}
