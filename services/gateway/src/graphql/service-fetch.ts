import type { Logger } from 'pino';
import { extensionsOf } from '#errors';
import { serviceUnavailable } from '../gateway.refusals.js';
import { GatewayMetrics } from '../metrics/gateway-metrics.js';
import type { Call } from '../upstream/call.js';
import type { Upstream, UpstreamAnswer } from '../upstream/upstream.js';

/** One step of a plan, addressed to one service. */
export interface ServiceRequest {
  readonly service: string;
  readonly url: string;
  readonly body: unknown;
  readonly call: Call;
  /** A read may be asked twice; a mutation never is. */
  readonly repeatable: boolean;
}

/** Carries plan steps to services. A silent service becomes a GraphQL error that names it, so the other steps go on. */
export class ServiceFetch {
  constructor(
    private readonly upstream: Upstream,
    private readonly log: Logger,
    private readonly metrics: GatewayMetrics,
  ) {}

  async fetch(request: ServiceRequest): Promise<Response> {
    const { service, call } = request;
    const begun = performance.now();
    let outcome: 'answered' | 'silent' = 'silent';
    try {
      const answer = await this.askTwiceAtMost(request);
      if (answer.status !== 401 && answer.contentType.includes('json')) {
        outcome = 'answered';
        return json(answer.text);
      }
      // A service that turns the gateway away, or speaks anything but JSON, is as good as silent to the caller.
      this.log.error(
        { correlationId: call.correlationId, service, status: answer.status },
        'unusable answer of a service',
      );
    } catch (error) {
      const reason = error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : '';
      this.log.warn({ correlationId: call.correlationId, service, reason }, 'silent service');
    } finally {
      const ms = performance.now() - begun;
      call.costs.add(service, ms);
      this.metrics.call(service, outcome, ms);
    }
    const refusal = serviceUnavailable(service);
    return json(
      JSON.stringify({ errors: [{ message: refusal.code, extensions: { ...extensionsOf(refusal), service } }] }),
    );
  }

  private async askTwiceAtMost({ url, body, call, repeatable }: ServiceRequest): Promise<UpstreamAnswer> {
    if (typeof body !== 'string') throw new Error('A plan step without a text body cannot be signed.');
    const headers = { ...call.headers, 'content-type': 'application/json', accept: 'application/json' };
    const ask = () => this.upstream.post({ url, body, headers, signal: call.deadline });
    try {
      return await ask();
    } catch (error) {
      // A kept-alive connection that the service closed meanwhile breaks on first use; the second try opens a new one.
      if (repeatable && !call.deadline.aborted && wasCutOff(error)) return ask();
      throw error;
    }
  }
}

function wasCutOff(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  return cause?.code === 'ECONNRESET' || cause?.code === 'EPIPE' || cause?.code === 'UND_ERR_SOCKET';
}

function json(text: string): Response {
  return new Response(text, { status: 200, headers: { 'content-type': 'application/json' } });
}
