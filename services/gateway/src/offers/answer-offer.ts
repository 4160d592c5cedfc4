import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Ids } from '#persistence';
import { readJsonBody } from '../read-body.js';
import { callOfNobody } from '../upstream/call.js';
import { askJson, handOn } from '../upstream/hand-on.js';
import { Upstream } from '../upstream/upstream.js';

/** A token of 66 characters and the braces around it. */
const BODY_LIMIT_KB = 1;
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
    const body = await readJsonBody(request, BODY_LIMIT_KB);
    const call = callOfNobody(request.headers, this.ids, TIMEOUT_MS);
    await handOn(reply, await askJson(this.upstream, { service: 'workshops', url: this.keeper.url, body }, call), call);
  }
}
