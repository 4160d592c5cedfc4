import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { NOT_FOUND } from '#errors';
import { dataPackage } from './data-package.js';
import { Published } from './published.js';
import { publishedFile } from './published-file.js';

const DAY_S = 86_400;

/** `GET /open-data` and its files: what everybody may know of the network, without signing in. */
@Controller('open-data')
export class OpenDataRoute {
  constructor(private readonly published: Published) {}

  @Get()
  async describe(@Res() reply: FastifyReply): Promise<void> {
    const described = dataPackage(await this.published.quarters());
    await open(reply, 300).header('content-type', 'application/json; charset=utf-8').send(described);
  }

  @Get(':file')
  async file(@Param('file') name: string, @Res() reply: FastifyReply): Promise<void> {
    const [, quarter, format] = /^(20\d\d-T[1-4])\.(csv|json)$/.exec(name) ?? [];
    const figures = quarter === undefined ? undefined : await this.published.figures(quarter);
    if (!quarter || !figures) throw NOT_FOUND({ what: 'Trimestre publié', whatEn: 'Published quarter' });
    const answer = open(reply, DAY_S);
    if (format === 'json') {
      await answer.header('content-type', 'application/json; charset=utf-8').send({ quarter, figures });
      return;
    }
    await answer
      .header('content-type', 'text/csv; charset=utf-8; header=present')
      .header('content-disposition', `attachment; filename="passerelle-${name}"`)
      .send(publishedFile(quarter, figures));
  }
}

/** Any site may read it, and any cache may keep it. */
function open(reply: FastifyReply, seconds: number): FastifyReply {
  return reply
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('cache-control', `public, max-age=${seconds}`);
}
