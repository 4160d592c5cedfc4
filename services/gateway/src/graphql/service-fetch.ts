import { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLFormattedError, print } from 'graphql';
import type { Logger } from 'pino';
import { SESSION_ENDED } from '#access';
import { extensionsOf } from '#errors';
import { serviceUnavailable } from '../gateway.refusals.js';
import { GatewayMetrics } from '../metrics/gateway-metrics.js';
import type { Call } from '../upstream/call.js';
import type { UpstreamAnswer } from '../upstream/post-to.js';
import type { Upstream } from '../upstream/upstream.js';

/** One step of a plan, addressed to one service. */
export interface ServiceRequest {
  readonly service: string;
  readonly url: string;
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly call: Call;
  /** A read may be asked twice; a mutation never is. */
  readonly repeatable: boolean;
}

/**
 * Carries plan steps to services, each in the name of its own caller: two callers who ask the same at once are two
 * requests, for a service may answer them differently. A silent service becomes a GraphQL error that names it, so the
 * other steps go on.
 */
export class ServiceFetch {
  /** The planner hands out the same document for the same step of a plan. */
  private readonly texts = new WeakMap<DocumentNode, string>();

  constructor(
    private readonly upstream: Pick<Upstream, 'post'>,
    private readonly log: Logger,
    private readonly metrics: GatewayMetrics,
  ) {}

  async fetch(request: ServiceRequest): Promise<ExecutionResult> {
    const { service, call } = request;
    const begun = performance.now();
    let outcome: 'answered' | 'silent' = 'silent';
    try {
      const answer = await this.askTwiceAtMost(request);
      const result = resultOf(answer);
      if (result) {
        outcome = 'answered';
        return result;
      }
      // A service that turns the gateway away, or speaks anything but GraphQL, is as good as silent to the caller.
      this.log.error(
        { correlationId: call.correlationId, service, status: answer.status },
        'unusable answer of a service',
      );
    } catch (error) {
      const reason = error instanceof Error ? error.message : '';
      this.log.warn({ correlationId: call.correlationId, service, reason }, 'silent service');
    } finally {
      const ms = performance.now() - begun;
      call.costs.add(service, ms);
      this.metrics.call(service, outcome, ms);
    }
    const refusal = serviceUnavailable(service);
    return { errors: [new GraphQLError(refusal.code, { extensions: { ...extensionsOf(refusal), service } })] };
  }

  private async askTwiceAtMost(request: ServiceRequest): Promise<UpstreamAnswer> {
    const { url, document, variables, call, repeatable } = request;
    const body = JSON.stringify({ query: this.textOf(document), variables });
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

  private textOf(document: DocumentNode): string {
    const known = this.texts.get(document);
    if (known !== undefined) return known;
    const text = print(document);
    this.texts.set(document, text);
    return text;
  }
}

function wasCutOff(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ECONNRESET' || code === 'EPIPE';
}

interface Said {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** What a service says in GraphQL; nothing when it says something else. */
function resultOf({ status, contentType, text }: UpstreamAnswer): ExecutionResult | undefined {
  if (!contentType.includes('json')) return undefined;
  const { data, errors } = parsed(text);
  // It heard before the gateway did that the caller's sessions have ended; any other 401 is about the gateway itself.
  if (status === 401 && errors?.[0]?.message !== SESSION_ENDED.code) return undefined;
  if (!Array.isArray(errors) || errors.length === 0) return data ? { data } : undefined;
  return {
    data: data ?? null,
    errors: errors.map(({ message, path, extensions }) => new GraphQLError(message, { path, extensions })),
  };
}

/** The reason is not kept: it would quote the answer, and with it perhaps somebody's name. */
function parsed(text: string): Said {
  try {
    const said: unknown = JSON.parse(text);
    return typeof said === 'object' && said !== null ? said : {};
  } catch {
    return {};
  }
}
