import { Controller, Post, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { may } from '#access';
import { extensionsOf, FORBIDDEN, Refusal, UNAUTHENTICATED } from '#errors';
import { authenticatedOf } from '../authentication.js';
import { NO_FILE } from './file.refusals.js';
import { FileStore } from './file-store.js';
import { fileIn, takeForms } from './uploaded-form.js';

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
    takeForms(adapter);
  }

  @Post()
  async upload(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    try {
      const { actor } = authenticatedOf(request);
      if (!actor) throw UNAUTHENTICATED({});
      if (!may(actor.role, this.files.keeping.permission)) throw FORBIDDEN({});
      const file = await fileIn(request);
      if (!file) throw NO_FILE({});
      const fileId = await this.files.keep(actor, file.bytes);
      await reply.code(200).send({ fileId });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const answer = { errors: [{ message: error.code, extensions: extensionsOf(error) }] };
      await reply.code(error.code === 'FILE_TOO_LARGE' ? 413 : (STATUS[error.kind] ?? 400)).send(answer);
    }
  }
}
