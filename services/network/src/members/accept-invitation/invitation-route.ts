import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { extensionsOf, FORBIDDEN, Refusal } from '#errors';
import { authenticatedOf } from '#runtime';
import { INVITATION_OVER } from '../member.refusals.js';
import { AcceptInvitation } from './accept-invitation.js';

const bodySchema = z.object({ secret: z.string().regex(/^[\w-]{43}$/) });

/** `POST /members/invitations`, signed by the gateway: accepts the invitation whose secret the body holds. */
@Controller('members/invitations')
export class InvitationRoute {
  constructor(private readonly acceptInvitation: AcceptInvitation) {}

  @Post()
  async accept(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    try {
      // The gateway asks for somebody who has no token yet, in its own name.
      if (authenticatedOf(request).actor) throw FORBIDDEN({});
      const body = bodySchema.safeParse(request.body);
      if (!body.success) throw INVITATION_OVER({});
      await reply.code(200).send(await this.acceptInvitation.execute(body.data.secret));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await reply.code(400).send({ errors: [{ message: error.code, extensions: extensionsOf(error) }] });
    }
  }
}
