import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Ids } from '#persistence';
import { callOfNobody } from '../upstream/call.js';
import { askJson, handOn } from '../upstream/hand-on.js';
import { Upstream } from '../upstream/upstream.js';

const TIMEOUT_MS = 10_000;
/** Calendar programs ask by the hour; somebody who presses « refresh » need not be answered anew each time. */
const FRESH_FOR = 'private, max-age=300';

/** Who keeps the calendars of branches, at its own address. */
export abstract class CalendarKeeper {
  /** Undefined where no workshops are held. */
  abstract readonly url: string | undefined;
}

/**
 * `GET /calendars/:token`: a branch’s calendar as iCalendar, for programs that subscribe to it. The signed token in the address is the
 * proof, and is revoked where it was given.
 */
@Controller('calendars')
export class ShowCalendar {
  constructor(
    private readonly ids: Ids,
    private readonly upstream: Upstream,
    private readonly keeper: CalendarKeeper,
  ) {}

  @Get(':token')
  async show(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const call = callOfNobody(request.headers, this.ids, TIMEOUT_MS);
    const body = JSON.stringify({ token: token.replace(/\.ics$/, '') });
    const answer = await askJson(this.upstream, { service: 'workshops', url: this.keeper.url, body }, call);
    if (answer.status !== 200) return handOn(reply, answer, call);
    const { calendar } = JSON.parse(answer.text) as { calendar: string };
    await reply
      .header('x-correlation-id', call.correlationId)
      .header('cache-control', FRESH_FOR)
      .header('content-type', 'text/calendar; charset=utf-8')
      .send(calendar);
  }
}
