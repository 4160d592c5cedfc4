import { Controller, Post, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { may, Permission } from '#access';
import { extensionsOf, FORBIDDEN, Refusal, UNAUTHENTICATED } from '#errors';
import { authenticatedOf } from '#runtime';
import { FileStore } from '../file-store.js';
import { NO_FILE } from '../place.refusals.js';

/** The file, what a form wraps around it, and room enough for the refusal of a larger one to be ours. */
const BODY_LIMIT = 12 * 1024 * 1024;

const STATUS: Readonly<Partial<Record<Refusal['kind'], number>>> = {
  unauthenticated: 401,
  forbidden: 403,
  invalid: 400,
};

/** `POST /files`: a form with one file, kept for a day for the import that names it. */
@Controller('files')
export class UploadFile {
  constructor(
    private readonly files: FileStore,
    adapter: HttpAdapterHost,
  ) {
    const server = adapter.httpAdapter.getInstance<FastifyInstance>();
    // Kept whole, as it came: the signature covers these bytes.
    server.addContentTypeParser(
      'multipart/form-data',
      { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
      (request, body, done) => {
        Object.assign(request, { rawBody: body });
        done(null, body);
      },
    );
  }

  @Post()
  async upload(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    try {
      const { actor } = authenticatedOf(request);
      if (!actor) throw UNAUTHENTICATED({});
      if (!may(actor.role, Permission.ImportPlaces)) throw FORBIDDEN({});
      const fileId = await this.files.keep(actor, await fileIn(request));
      await reply.code(200).send({ fileId });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const answer = { errors: [{ message: error.code, extensions: extensionsOf(error) }] };
      await reply.code(error.code === 'FILE_TOO_LARGE' ? 413 : (STATUS[error.kind] ?? 400)).send(answer);
    }
  }
}

async function fileIn(request: FastifyRequest): Promise<Buffer> {
  const { body } = request;
  if (!Buffer.isBuffer(body)) throw NO_FILE({});
  try {
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const form = await new Response(new Uint8Array(body), { headers }).formData();
    for (const [, part] of form) if (typeof part !== 'string') return Buffer.from(await part.arrayBuffer());
  } catch {
    // A form that cannot be read holds no file either.
  }
  throw NO_FILE({});
}
