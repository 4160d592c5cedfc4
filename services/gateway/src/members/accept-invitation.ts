import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Ids } from '#persistence';
import { BODY_TOO_LARGE, serviceUnavailable, WRONG_CONTENT_TYPE } from '../gateway.refusals.js';
import { readBody } from '../read-body.js';
import { callOf } from '../upstream/call.js';
import { Upstream } from '../upstream/upstream.js';

/** A secret of 43 characters and the braces around it. */
const BODY_LIMIT = 1024;
const TIMEOUT_MS = 10_000;

/** Who knows invitations, at its own address. */
export abstract class InvitationKeeper {
  abstract readonly url: string;
}

/**
 * `POST /invitations`: the one thing somebody does before they can sign in. Holding the secret of a mail is the proof; it is
 * too long to be guessed.
 */
@Controller('invitations')
export class AcceptInvitation {
  constructor(
    private readonly ids: Ids,
    private readonly upstream: Upstream,
    private readonly keeper: InvitationKeeper,
  ) {}

  @Post()
  @HttpCode(200)
  async accept(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const body = await readBody(request.raw, BODY_LIMIT, () => BODY_TOO_LARGE({ limit: '1 Ko' }));
    if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
      throw WRONG_CONTENT_TYPE({ expected: 'application/json' });
    // Whoever is signed in here has nothing to do with who was invited.
    const { authorization: _nobody, ...headers } = request.headers;
    const call = callOf(headers, this.ids, TIMEOUT_MS);
    const answer = await this.upstream
      .post({
        url: this.keeper.url,
        body,
        headers: { ...call.headers, 'content-type': 'application/json', accept: 'application/json' },
        signal: call.deadline,
      })
      .catch(() => undefined);
    if (!answer?.contentType.includes('json')) throw serviceUnavailable('network');
    await reply
      .code(answer.status)
      .header('x-correlation-id', call.correlationId)
      .header('cache-control', 'no-store')
      .header('content-type', 'application/json; charset=utf-8')
      .send(answer.text);
  }
}
