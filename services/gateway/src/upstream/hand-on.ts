import type { FastifyReply } from 'fastify';
import { serviceUnavailable } from '../gateway.refusals.js';
import type { Call } from './call.js';
import type { UpstreamAnswer } from './post-to.js';
import type { Upstream } from './upstream.js';

/** One question to a service, in JSON. */
export interface JsonQuestion {
  readonly service: string;
  /** Undefined where that service is not run. */
  readonly url: string | undefined;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

/** What a service says to a question, a refusal of its own included. Refuses `SERVICE_UNAVAILABLE` when it says nothing, or no JSON. */
export async function askJson(
  upstream: Upstream,
  { service, url, body }: JsonQuestion,
  call: Call,
): Promise<UpstreamAnswer> {
  if (url === undefined) throw serviceUnavailable(service);
  const headers = { ...call.headers, 'content-type': 'application/json', accept: 'application/json' };
  const answer = await upstream.post({ url, body, headers, signal: call.deadline }).catch(() => undefined);
  if (!answer?.contentType.includes('json')) throw serviceUnavailable(service);
  return answer;
}

/** Gives the caller what a service said, as it said it. */
export async function handOn(reply: FastifyReply, answer: UpstreamAnswer, call: Call): Promise<void> {
  await reply
    .code(answer.status)
    .header('x-correlation-id', call.correlationId)
    .header('cache-control', 'no-store')
    .header('content-type', 'application/json; charset=utf-8')
    .send(answer.text);
}
