import { Gauge, Histogram, type Registry } from 'prom-client';

/** From what a person does not notice to what they give up on, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** How a query ended: answered whole, in part, refused, or ended by a bug of ours. */
export type QueryOutcome = 'whole' | 'partial' | 'refused' | 'failed';

/** What the gateway counts: how long callers wait, for which service, and how many watch. No caller and no query is named. */
export class GatewayMetrics {
  private readonly queries: Histogram<'outcome'>;
  private readonly calls: Histogram<'service' | 'outcome'>;

  constructor(registry: Registry, watchers: () => number) {
    this.queries = new Histogram({
      name: 'passerelle_gateway_query_seconds',
      help: 'How long a query took, by how it ended',
      labelNames: ['outcome'],
      buckets: BUCKETS,
      registers: [registry],
    });
    this.calls = new Histogram({
      name: 'passerelle_gateway_service_seconds',
      help: 'How long a service took to answer the gateway, or to be given up on',
      labelNames: ['service', 'outcome'],
      buckets: BUCKETS,
      registers: [registry],
    });
    new Gauge({
      name: 'passerelle_gateway_live_streams',
      help: 'Pages that follow the figures as they move',
      registers: [registry],
      collect() {
        this.set(watchers());
      },
    });
  }

  query(outcome: QueryOutcome, ms: number): void {
    this.queries.observe({ outcome }, ms / 1_000);
  }

  call(service: string, outcome: 'answered' | 'silent', ms: number): void {
    this.calls.observe({ service, outcome }, ms / 1_000);
  }
}
