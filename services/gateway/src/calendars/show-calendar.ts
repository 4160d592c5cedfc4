import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Ids } from '#persistence';
import { serviceUnavailable } from '../gateway.refusals.js';
import { callOf } from '../upstream/call.js';
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
    const { url } = this.keeper;
    if (url === undefined) throw serviceUnavailable('workshops');
    const { authorization: _nobody, ...headers } = request.headers;
    const call = callOf(headers, this.ids, TIMEOUT_MS);
    const answer = await this.upstream
      .post({
        url,
        body: JSON.stringify({ token: token.replace(/\.ics$/, '') }),
        headers: { ...call.headers, 'content-type': 'application/json', accept: 'application/json' },
        signal: call.deadline,
      })
      .catch(() => undefined);
    if (!answer?.contentType.includes('json')) throw serviceUnavailable('workshops');
    const found = answer.status === 200;
    await reply
      .code(answer.status)
      .header('x-correlation-id', call.correlationId)
      .header('cache-control', found ? FRESH_FOR : 'no-store')
      .header('content-type', found ? 'text/calendar; charset=utf-8' : 'application/json; charset=utf-8')
      .send(found ? (JSON.parse(answer.text) as { calendar: string }).calendar : answer.text);
  }
}
