import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Ids } from '#persistence';
import { BODY_TOO_LARGE, serviceUnavailable, WRONG_CONTENT_TYPE } from '../gateway.refusals.js';
import { readBody } from '../read-body.js';
import { callOf } from '../upstream/call.js';
import { Upstream } from '../upstream/upstream.js';

/** A token of 66 characters and the braces around it. */
const BODY_LIMIT = 1024;
const TIMEOUT_MS = 10_000;

/** Who knows offers of a seat, at its own address. */
export abstract class OfferKeeper {
  /** Undefined where no workshops are held. */
  abstract readonly url: string | undefined;
}

/**
 * `POST /offers`: somebody who waited for a seat is shown what is offered, takes it or turns it down, without any sign-in. Holding
 * the signed token of their link is the proof.
 */
@Controller('offers')
export class AnswerOffer {
  constructor(
    private readonly ids: Ids,
    private readonly upstream: Upstream,
    private readonly keeper: OfferKeeper,
  ) {}

  @Post()
  @HttpCode(200)
  async answer(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const body = await readBody(request.raw, BODY_LIMIT, () => BODY_TOO_LARGE({ limit: '1 Ko' }));
    if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
      throw WRONG_CONTENT_TYPE({ expected: 'application/json' });
    // Whoever is signed in here has nothing to do with who waited.
    const { authorization: _nobody, ...headers } = request.headers;
    const { url } = this.keeper;
    if (url === undefined) throw serviceUnavailable('workshops');
    const call = callOf(headers, this.ids, TIMEOUT_MS);
    const answer = await this.upstream
      .post({
        url,
        body,
        headers: { ...call.headers, 'content-type': 'application/json', accept: 'application/json' },
        signal: call.deadline,
      })
      .catch(() => undefined);
    if (!answer?.contentType.includes('json')) throw serviceUnavailable('workshops');
    await reply
      .code(answer.status)
      .header('x-correlation-id', call.correlationId)
      .header('cache-control', 'no-store')
      .header('content-type', 'application/json; charset=utf-8')
      .send(answer.text);
  }
}
