import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { extensionsOf, FORBIDDEN, Refusal } from '#errors';
import { authenticatedOf } from '#runtime';
import { FirstNeed } from '../../beneficiaries/enrolment-input.js';
import { FORM_UNREADABLE } from '../prescription.refusals.js';
import { Milestone } from '../prescription-input.js';
import { PrescribeByMail } from './prescribe-by-mail.js';

const token = z.string().max(100);
/** Longer than what any field allows: its own refusal says how long that is. */
const text = z.string().max(1000);
const formSchema = z.object({
  branch: z.string().max(2),
  organisation: text,
  needs: z.array(z.enum(FirstNeed)).max(10),
  givenName: text,
  familyName: text,
  birthYear: z.int().nullable(),
  phone: text,
  spokenLanguage: text,
  availability: text,
  consentGiven: z.boolean(),
  consentScope: z.array(z.enum(Milestone)).max(10),
  consentUntil: z.iso.date(),
});
const bodySchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('ask'), email: text }),
  z.object({ do: z.literal('show'), token }),
  z.object({ do: z.literal('write'), token, form: formSchema }),
]);

/** `POST /orient`, signed by the gateway: whoever has no account asks for a link, and writes or follows a prescription by it. */
@Controller('orient')
export class PrescriberRoute {
  constructor(private readonly prescribeByMail: PrescribeByMail) {}

  @Post()
  async answer(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    try {
      // The gateway asks for somebody without a sign-in, in its own name.
      if (authenticatedOf(request).actor) throw FORBIDDEN({});
      const { data: asked } = bodySchema.safeParse(request.body);
      if (!asked) throw FORM_UNREADABLE({});
      await reply.code(200).send(await this.done(asked));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await reply.code(400).send({ errors: [{ message: error.code, extensions: extensionsOf(error) }] });
    }
  }

  private async done(asked: z.output<typeof bodySchema>): Promise<object> {
    if (asked.do === 'show') return this.prescribeByMail.show(asked.token);
    if (asked.do === 'ask') await this.prescribeByMail.ask(asked.email);
    else await this.prescribeByMail.write(asked.token, asked.form);
    return { done: asked.do };
  }
}
