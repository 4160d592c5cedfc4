import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { extensionsOf, FORBIDDEN, Refusal } from '#errors';
import { authenticatedOf } from '#runtime';
import { FEED_UNKNOWN } from '../calendar.refusals.js';
import { ShowCalendar } from './show-calendar.js';

const bodySchema = z.object({ token: z.string().max(100) });

/** `POST /calendars`, signed by the gateway: the calendar whose address’s token the body holds. */
@Controller('calendars')
export class CalendarRoute {
  constructor(private readonly showCalendar: ShowCalendar) {}

  @Post()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    try {
      // A calendar program has no sign-in: the gateway asks in its own name.
      if (authenticatedOf(request).actor) throw FORBIDDEN({});
      const body = bodySchema.safeParse(request.body);
      if (!body.success) throw FEED_UNKNOWN({});
      await reply.code(200).send({ calendar: await this.showCalendar.execute(body.data.token) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await reply.code(404).send({ errors: [{ message: error.code, extensions: extensionsOf(error) }] });
    }
  }
}
