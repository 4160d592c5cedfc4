import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Ids } from '#persistence';
import { readJsonBody } from '../read-body.js';
import { callOfNobody } from '../upstream/call.js';
import { askJson, handOn } from '../upstream/hand-on.js';
import { Upstream } from '../upstream/upstream.js';

/** A secret of 43 characters and the braces around it. */
const BODY_LIMIT_KB = 1;
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
    const body = await readJsonBody(request, BODY_LIMIT_KB);
    const call = callOfNobody(request.headers, this.ids, TIMEOUT_MS);
    await handOn(reply, await askJson(this.upstream, { service: 'network', url: this.keeper.url, body }, call), call);
  }
}
