import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { extensionsOf, FORBIDDEN, Refusal } from '#errors';
import { authenticatedOf } from '#runtime';
import { OFFER_FORGED } from '../waitlist.refusals.js';
import { AnswerOffer } from './answer-offer.js';

const bodySchema = z.object({ token: z.string().max(100), do: z.enum(['show', 'accept', 'decline']) });

/** `POST /offers`, signed by the gateway: shows or answers the offer whose link’s token the body holds. */
@Controller('offers')
export class OfferRoute {
  constructor(private readonly answerOffer: AnswerOffer) {}

  @Post()
  async answer(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    try {
      // The gateway asks for somebody without a sign-in, in its own name.
      if (authenticatedOf(request).actor) throw FORBIDDEN({});
      const body = bodySchema.safeParse(request.body);
      if (!body.success) throw OFFER_FORGED({}, 'token');
      const { do: wanted, token } = body.data;
      if (wanted === 'show') {
        await reply.code(200).send(await this.answerOffer.show(token));
        return;
      }
      await this.answerOffer.byLink(wanted, token);
      await reply.code(200).send({ answered: wanted });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await reply.code(400).send({ errors: [{ message: error.code, extensions: extensionsOf(error) }] });
    }
  }
}
