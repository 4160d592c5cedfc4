import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Ids } from '#persistence';
import { BUDGET_SPENT } from '../gateway.refusals.js';
import { readJsonBody } from '../read-body.js';
import { callOfNobody } from '../upstream/call.js';
import { askJson, handOn } from '../upstream/hand-on.js';
import { Upstream } from '../upstream/upstream.js';

/** A form with each field at its longest. */
const BODY_LIMIT_KB = 8;
const TIMEOUT_MS = 10_000;
/** More than an office behind one address fills in by hand. */
const PER_MINUTE = 60;

/** Who takes prescriptions, at its own address. */
export abstract class PrescriptionKeeper {
  /** Undefined where nobody is received. */
  abstract readonly url: string | undefined;
}

/**
 * `POST /orient`: a prescriber without an account asks for a link to their mailbox, and writes or follows a prescription by it. The
 * signed token of the link is the proof; there is no cookie that another site could use. Refuses `BUDGET_SPENT` beyond sixty a minute
 * from one address.
 */
@Controller('orient')
export class PrescribeByMail {
  private readonly minutes = new RateLimiterMemory({ points: PER_MINUTE, duration: 60 });

  constructor(
    private readonly ids: Ids,
    private readonly upstream: Upstream,
    private readonly keeper: PrescriptionKeeper,
  ) {}

  @Post()
  @HttpCode(200)
  async answer(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.minutes.consume(request.ip).catch((spent: unknown) => {
      if (!(spent instanceof RateLimiterRes)) throw spent;
      throw BUDGET_SPENT({ seconds: Math.ceil(spent.msBeforeNext / 1_000) });
    });
    const body = await readJsonBody(request, BODY_LIMIT_KB);
    const call = callOfNobody(request.headers, this.ids, TIMEOUT_MS);
    const { url } = this.keeper;
    await handOn(reply, await askJson(this.upstream, { service: 'beneficiaries', url, body }, call), call);
  }
}
