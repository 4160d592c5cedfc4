import type { IncomingHttpHeaders } from 'node:http';
import type { Ids } from '#persistence';

/** What travels with one request of a caller to every service it reaches. */
export interface Call {
  readonly correlationId: string;
  /** Headers handed on as they came. */
  readonly headers: Readonly<Record<string, string>>;
  /** Ends the waiting for services. */
  readonly deadline: AbortSignal;
  /** What each service was asked for this call; filled while it is answered. */
  readonly costs: Costs;
  /** What the caller is told beside the answer; filled while it is answered. */
  readonly headersBack: Map<string, string>;
}

/** How often each service was asked, and how long that took in all. */
export class Costs {
  private readonly services = new Map<string, { calls: number; ms: number }>();

  /** One answer of a service has come, or has not, after `ms` milliseconds. */
  add(service: string, ms: number): void {
    const { calls, ms: before } = this.services.get(service) ?? { calls: 0, ms: 0 };
    this.services.set(service, { calls: calls + 1, ms: before + ms });
  }

  /** As a `Server-Timing` header (W3C), the number of calls as its description: `workshops;desc="2";dur=14.2`. */
  toString(): string {
    return [...this.services]
      .map(([service, { calls, ms }]) => `${service};desc="${calls}";dur=${ms.toFixed(1)}`)
      .join(', ');
  }
}

/** The call of somebody who need not sign in: whoever is signed in at the same machine has nothing to do with it. */
export function callOfNobody(
  { authorization: _nobody, ...headers }: IncomingHttpHeaders,
  ids: Ids,
  timeoutMs: number,
): Call {
  return callOf(headers, ids, timeoutMs);
}

const HANDED_ON = ['authorization', 'idempotency-key', 'accept-language'] as const;

/** The call of a request; a correlation id from outside is kept when it looks like one. */
export function callOf(headers: IncomingHttpHeaders, ids: Ids, timeoutMs: number): Call {
  const given = headers['x-correlation-id'];
  const correlationId = typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : ids.next();
  const handedOn: Record<string, string> = { 'x-correlation-id': correlationId };
  for (const name of HANDED_ON) {
    const value = headers[name];
    if (typeof value === 'string') handedOn[name] = value;
  }
  const trace = headers.traceparent;
  if (typeof trace === 'string' && /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/.test(trace)) {
    handedOn.traceparent = trace;
  }
  return {
    correlationId,
    headers: handedOn,
    deadline: AbortSignal.timeout(timeoutMs),
    costs: new Costs(),
    headersBack: new Map(),
  };
}
