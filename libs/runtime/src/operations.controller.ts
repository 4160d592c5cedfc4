import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Actor, may, Permission } from '#access';
import { extensionsOf, FORBIDDEN, INVALID_QUERY, REASON_REQUIRED, Refusal, UNAUTHENTICATED } from '#errors';
import { DeadLetters, redrive } from '#messaging';
import { Database } from '#persistence';
import { authenticatedOf } from './authentication.js';

const Key = { topic: z.string().min(1).max(200), key: z.string().max(200).nullable() };
const OnLetters = z.discriminatedUnion('do', [
  z.object({ do: z.literal('list'), after: z.string().max(1_000).nullish(), first: z.int().default(50) }),
  z.object({ do: z.literal('replay'), ...Key, reader: z.string().max(40).optional() }),
  z.object({ do: z.literal('discard'), ...Key, reason: z.string() }),
]);
const OnLedger = z.object({ topic: z.string().max(200).optional(), since: z.int().nonnegative().optional() });

const STATUS: Readonly<Partial<Record<Refusal['kind'], number>>> = { unauthenticated: 401, forbidden: 403 };

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
    return answer(request, reply, (actor) => this.onLetters(request.body, actor));
  }

  @Post('redrive')
  redrive(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return answer(request, reply, async () => {
      const part = read(OnLedger, request.body);
      return { sent: await this.db.work((tx) => redrive((statement, values) => tx.query(statement, values), part)) };
    });
  }

  private onLetters(body: unknown, actor: Actor): Promise<unknown> {
    const asked = read(OnLetters, body);
    if (asked.do === 'list') return this.letters.list(asked.after ?? null, asked.first);
    if (asked.do === 'replay') return this.letters.replay(asked.topic, asked.key, asked.reader);
    const reason = asked.reason.trim();
    if (reason.length < 3 || reason.length > 500) throw REASON_REQUIRED({}, 'reason');
    return this.letters.discard(asked.topic, asked.key, actor.subject, reason);
  }
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  work: (actor: Actor) => Promise<unknown>,
): Promise<void> {
  try {
    const { actor } = authenticatedOf(request);
    if (!actor) throw UNAUTHENTICATED({});
    if (!may(actor.role, Permission.MendEvents)) throw FORBIDDEN({});
    await reply.code(200).send(await work(actor));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const answered = { errors: [{ message: error.code, extensions: extensionsOf(error) }] };
    await reply.code(STATUS[error.kind] ?? 400).send(answered);
  }
}

function read<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw INVALID_QUERY({ detail: issue?.message ?? '' }, issue?.path.join('.'));
}
