import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TokenVerifier } from '#access';
import { Ids } from '#persistence';
import { FILE_TOO_LARGE, serviceUnavailable, WRONG_CONTENT_TYPE } from '../gateway.refusals.js';
import { readBody } from '../read-body.js';
import { callOf } from '../upstream/call.js';
import { Upstream } from '../upstream/upstream.js';

const MEGABYTES = 10;
/** The file and the few lines that a form wraps around it. */
const FORM_LIMIT = MEGABYTES * 1024 * 1024 + 16 * 1024;
const TIMEOUT_MS = 30_000;

/** Where files go: the services that keep them, each at its own address. */
export abstract class FileKeeper {
  /** Files for import. */
  abstract readonly imports: string;
  /** Lists of people; undefined where the beneficiaries are not run. */
  abstract readonly people: string | undefined;
  /** Files of the library; undefined where the workshops are not run. */
  abstract readonly resources: string | undefined;
}

/** `POST /files`, `POST /files/people`, `POST /files/resources`: hands a file to the service that keeps it, signed like everything else. */
@Controller('files')
export class ForwardFile {
  constructor(
    private readonly tokens: TokenVerifier,
    private readonly ids: Ids,
    private readonly upstream: Upstream,
    private readonly keeper: FileKeeper,
  ) {}

  @Post()
  @HttpCode(200)
  forImport(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.forward(request, reply, 'network', this.keeper.imports);
  }

  @Post('people')
  @HttpCode(200)
  forPeople(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.forward(request, reply, 'beneficiaries', this.keeper.people);
  }

  @Post('resources')
  @HttpCode(200)
  forLibrary(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.forward(request, reply, 'workshops', this.keeper.resources);
  }

  private async forward(
    request: FastifyRequest,
    reply: FastifyReply,
    service: string,
    url: string | undefined,
  ): Promise<void> {
    // A stranger's ten megabytes are not even read.
    await this.tokens.verifyHeader(request.headers.authorization);
    const type = request.headers['content-type'] ?? '';
    // The whole form is held for a moment, since the signature goes ahead of the bytes it covers.
    const body = await readBody(request.raw, FORM_LIMIT, () => FILE_TOO_LARGE({ megabytes: MEGABYTES }));
    if (!/^multipart\/form-data\s*;/i.test(type)) throw WRONG_CONTENT_TYPE({ expected: 'multipart/form-data' });
    const call = callOf(request.headers, this.ids, TIMEOUT_MS);
    if (url === undefined) throw serviceUnavailable(service);
    const headers = { ...call.headers, 'content-type': type, accept: 'application/json' };
    const answer = await this.upstream.post({ url, body, headers, signal: call.deadline }).catch(() => undefined);
    if (!answer?.contentType.includes('json')) throw serviceUnavailable(service);
    await reply
      .code(answer.status)
      .header('x-correlation-id', call.correlationId)
      .header('cache-control', 'no-store')
      .header('content-type', 'application/json; charset=utf-8')
      .send(answer.text);
  }
}
