import { Controller, Post, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permission } from '#access';
import { answerWith, fileIn, takeForms } from '#runtime';
import { NO_RESOURCE_FILE } from '../resource.refusals.js';
import { ResourceFiles } from '../resource-files.js';

/** `POST /files/resources`: a form with one file, kept for a day for the resource that takes it. */
@Controller('files')
export class UploadResourceFile {
  constructor(
    private readonly files: ResourceFiles,
    adapter: HttpAdapterHost,
  ) {
    takeForms(adapter);
  }

  @Post('resources')
  async upload(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await answerWith(Permission.PlanSessions, request, reply, async (actor) => {
      const file = await fileIn(request);
      if (!file) throw NO_RESOURCE_FILE({});
      return { fileId: await this.files.keep(actor, file.name, file.bytes) };
    });
  }
}
