import { timingSafeEqual } from 'node:crypto';
import { Controller, Get, Headers, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Gauge, Registry } from 'prom-client';
import type { Relay } from '#messaging';
import type { Database } from '#persistence';
import type { Readers } from './readers.js';
import type { ServiceHealth } from './service-health.js';

/** What a collector must send; empty when there are no metrics to be had. */
export abstract class MetricsToken {
  abstract readonly token: string | undefined;
}

/** `/metrics`: the service's numbers in Prometheus' text format, for the collector that holds the token. */
@Controller('metrics')
export class MetricsController {
  constructor(
    @Inject(Registry) private readonly registry: Registry,
    @Inject(MetricsToken) private readonly expected: MetricsToken,
  ) {}

  @Get()
  async show(@Headers('authorization') authorization: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const { token } = this.expected;
    if (token === undefined || !isSame(authorization ?? '', `Bearer ${token}`)) {
      await reply.code(token === undefined ? 404 : 401).send();
      return;
    }
    await reply.header('content-type', this.registry.contentType).send(await this.registry.metrics());
  }
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The numbers every service has: how far it sends and reads, what waits, how busy its connections are. */
export function registerServiceMetrics(
  registry: Registry,
  parts: { health: ServiceHealth; relay: Relay; readers: Readers; database: Database },
): void {
  const { health, relay, readers, database } = parts;
  const secondsSince = (at: Date | null) => (at ? Math.max(0, (Date.now() - at.getTime()) / 1000) : Number.NaN);
  const gauge = <L extends string>(
    name: string,
    help: string,
    labelNames: readonly L[],
    collect: (gauge: Gauge<L>) => void | Promise<void>,
  ) =>
    new Gauge<L>({
      name: `passerelle_${name}`,
      help,
      labelNames: [...labelNames],
      registers: [registry],
      collect() {
        return collect(this);
      },
    });
  // One look at the tables serves three gauges.
  const pending = gauge('relay_pending_events', 'Events written and not yet sent', [], () => undefined);
  const oldest = gauge('relay_oldest_pending_seconds', 'How long the oldest of them has waited', [], () => undefined);
  const parked = gauge('parked_keys', 'Aggregates that wait behind an event set aside', [], () => undefined);
  gauge('dead_letters', 'Events set aside', [], async (self) => {
    const backlog = await health.backlog();
    self.set(backlog?.setAside ?? Number.NaN);
    pending.set(backlog?.pending ?? Number.NaN);
    oldest.set(backlog?.oldestPendingSeconds ?? Number.NaN);
    parked.set(backlog?.parkedKeys ?? Number.NaN);
  });
  gauge('relay_active', 'This instance sends for its service: 1 or 0', [], (self) =>
    self.set(relay.health().active ? 1 : 0),
  );
  gauge('relay_drained_age_seconds', 'Seconds since everything written had been sent', [], (self) =>
    self.set(secondsSince(relay.health().drainedUpTo)),
  );
  gauge('consumer_reading', 'Events are being read: 1 or 0', ['reader'], (self) => {
    self.reset();
    for (const [reader, consumer] of readers.entries()) self.set({ reader }, consumer.health().reading ? 1 : 0);
  });
  gauge('consumer_lag_records', 'Records on Kafka and not yet applied', ['reader'], (self) => {
    self.reset();
    for (const [reader, consumer] of readers.entries()) self.set({ reader }, consumer.health().lag);
  });
  gauge('consumer_last_poll_age_seconds', 'Seconds since a fetch came back', ['reader'], (self) => {
    self.reset();
    for (const [reader, consumer] of readers.entries()) self.set({ reader }, secondsSince(consumer.health().lastPoll));
  });
  gauge('database_connections_in_use', 'Connections at work', ['pool'], (self) => {
    for (const { pool, inUse } of database.pools()) self.set({ pool }, inUse);
  });
  gauge('database_connections_waited_for', 'Callers waiting for a connection', ['pool'], (self) => {
    for (const { pool, waiting } of database.pools()) self.set({ pool }, waiting);
  });
}
