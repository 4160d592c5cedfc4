import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { extensionsOf, FORBIDDEN } from '#errors';
import { Clock, Database } from '#persistence';
import { authenticatedOf } from '#runtime';

/** No token lives longer than ten minutes; one more for clocks that differ. */
const REMEMBERED_MS = 11 * 60_000;

/** `POST /members/ended-sessions`, for the gateway itself: whose tokens, issued before when, are not to be believed. */
@Controller('members/ended-sessions')
export class EndedSessionsRoute {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @Post()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (authenticatedOf(request).actor) {
      const refusal = FORBIDDEN({});
      await reply.code(403).send({ errors: [{ message: refusal.code, extensions: extensionsOf(refusal) }] });
      return;
    }
    const since = new Date(this.clock.now().getTime() - REMEMBERED_MS);
    const ended: { subject: string; issuedBefore: Date }[] = await this.db.look((tx) =>
      tx.query(
        `SELECT subject, sessions_ended_at AS "issuedBefore" FROM member
         WHERE sessions_ended_at > $1 AND subject IS NOT NULL`,
        [since],
      ),
    );
    await reply.code(200).send({ ended });
  }
}
