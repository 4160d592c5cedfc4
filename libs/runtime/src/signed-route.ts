import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Actor, may, type Permission } from '#access';
import { extensionsOf, FORBIDDEN, INVALID_QUERY, Refusal, UNAUTHENTICATED } from '#errors';
import { authenticatedOf } from './authentication.js';

const STATUS: Readonly<Partial<Record<Refusal['kind'], number>>> = {
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
};

/** Answers a request the gateway signed, for whoever holds the permission; a refusal is told as GraphQL tells it. */
export async function answerWith(
  permission: Permission,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (actor: Actor) => Promise<unknown>,
): Promise<void> {
  try {
    const { actor } = authenticatedOf(request);
    if (!actor) throw UNAUTHENTICATED({});
    if (!may(actor.role, permission)) throw FORBIDDEN({});
    await reply.code(200).send(await work(actor));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const answered = { errors: [{ message: error.code, extensions: extensionsOf(error) }] };
    await reply.code(STATUS[error.kind] ?? 400).send(answered);
  }
}

/** A body of this shape. Refuses `INVALID_QUERY`. */
export function readAs<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw INVALID_QUERY({ detail: issue?.message ?? '' }, issue?.path.join('.'));
}
