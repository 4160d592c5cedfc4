import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Actor, Permission } from '#access';
import { REASON_REQUIRED } from '#errors';
import { DeadLetters, redrive } from '#messaging';
import { Database } from '#persistence';
import { answerWith, readAs } from './signed-route.js';

const Key = { topic: z.string().min(1).max(200), key: z.string().max(200).nullable() };
const OnLetters = z.discriminatedUnion('do', [
  z.object({ do: z.literal('list'), after: z.string().max(1_000).nullish(), first: z.int().default(50) }),
  z.object({ do: z.literal('replay'), ...Key, reader: z.string().max(40).optional() }),
  z.object({ do: z.literal('discard'), ...Key, reason: z.string() }),
]);
const OnLedger = z.object({ topic: z.string().max(200).optional(), since: z.int().nonnegative().optional() });

/**
 * What keeps events flowing, signed by the gateway, for whoever may mend events. `POST /operations/dead-letters`: lists what
 * this service has set aside, tries a key of it again, or lets go of one with a reason. `POST /operations/redrive`: sends
 * events of its ledger once more.
 */
@Controller('operations')
export class OperationsController {
  constructor(
    @Inject(DeadLetters) private readonly letters: DeadLetters,
    @Inject(Database) private readonly db: Database,
  ) {}

  @Post('dead-letters')
  deadLetters(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return answerWith(Permission.MendEvents, request, reply, (actor) => this.onLetters(request.body, actor));
  }

  @Post('redrive')
  redrive(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return answerWith(Permission.MendEvents, request, reply, async () => {
      const part = readAs(OnLedger, request.body);
      return { sent: await this.db.work((tx) => redrive((statement, values) => tx.query(statement, values), part)) };
    });
  }

  private onLetters(body: unknown, actor: Actor): Promise<unknown> {
    const asked = readAs(OnLetters, body);
    if (asked.do === 'list') return this.letters.list(asked.after ?? null, asked.first);
    if (asked.do === 'replay') return this.letters.replay(asked.topic, asked.key, asked.reader);
    const reason = asked.reason.trim();
    if (reason.length < 3 || reason.length > 500) throw REASON_REQUIRED({}, 'reason');
    return this.letters.discard(asked.topic, asked.key, actor.subject, reason);
  }
}
