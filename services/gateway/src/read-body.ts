import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { Refusal } from '#errors';
import { BODY_TOO_LARGE, WRONG_CONTENT_TYPE } from './gateway.refusals.js';

/** Read and thrown away beyond a limit, so that the sender hears the refusal instead of a broken pipe. */
const MAX_DRAINED = 64 * 1024 * 1024;

/** The body's bytes, exactly as sent. Throws what `tooLarge` makes beyond `limit`, holding no more than `limit` bytes meanwhile. */
export async function readBody(
  request: IncomingMessage,
  limit: number,
  tooLarge: () => Refusal,
): Promise<Buffer<ArrayBuffer>> {
  const kept: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= limit) kept.push(chunk);
    else kept.length = 0;
    if (length > MAX_DRAINED) break;
  }
  if (length > limit) throw tooLarge();
  return Buffer.concat(kept);
}

/** The bytes of a body that is JSON, at most so many kilobytes. Refuses `WRONG_CONTENT_TYPE`, `BODY_TOO_LARGE`. */
export async function readJsonBody(request: FastifyRequest, kilobytes: number): Promise<Buffer<ArrayBuffer>> {
  const body = await readBody(request.raw, kilobytes * 1024, () => BODY_TOO_LARGE({ limit: `${kilobytes} Ko` }));
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
    throw WRONG_CONTENT_TYPE({ expected: 'application/json' });
  return body;
}
