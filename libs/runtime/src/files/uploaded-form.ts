import type { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** The largest file of any service, what a form wraps around it, and room enough for the refusal of a larger one to be the service's. */
const BODY_LIMIT = 12 * 1024 * 1024;

/** A file as a form brought it. */
export interface SentFile {
  /** As the sender's machine calls it: nothing to be trusted. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** Lets a service take forms. They are kept whole, as they came: the gateway's signature covers these bytes. */
export function takeForms(adapter: HttpAdapterHost): void {
  const server = adapter.httpAdapter.getInstance<FastifyInstance>();
  server.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
    (request, body, done) => {
      Object.assign(request, { rawBody: body });
      done(null, body);
    },
  );
}

/** The first file of a form; undefined where there is none, or no form that can be read. */
export async function fileIn(request: FastifyRequest): Promise<SentFile | undefined> {
  const { body } = request;
  if (!Buffer.isBuffer(body)) return undefined;
  try {
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const form = await new Response(new Uint8Array(body), { headers }).formData();
    for (const [, part] of form)
      if (typeof part !== 'string') return { name: part.name, bytes: Buffer.from(await part.arrayBuffer()) };
  } catch {
    // A form that cannot be read holds no file either.
  }
  return undefined;
}
