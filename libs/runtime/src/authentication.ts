import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Actor, BoundedNonces, SESSION_ENDED, SIGNATURE_HEADER, type TokenVerifier, verifyRequest } from '#access';
import { extensionsOf, Refusal, UNAUTHENTICATED } from '#errors';

/** What the guard found on a request. */
export interface Authenticated {
  readonly actor: Actor | undefined;
  readonly idempotencyKey?: string;
}

const found = new WeakMap<FastifyRequest, Authenticated>();

/** The caller found on this request, nobody on a request that was not checked. */
export function authenticatedOf(request: FastifyRequest): Authenticated {
  return found.get(request) ?? { actor: undefined };
}

/**
 * Lets in only requests that the gateway signed, and among them those with a valid token. `/health` answers anyone on
 * the internal network, `/metrics` whoever holds its own token. The gateway itself may ask without a caller (`x-passerelle-service`): it then is nobody.
 */
export function requireSignedRequests(
  server: FastifyInstance,
  options: { secret: string; tokens: TokenVerifier; now: () => Date },
): void {
  const nonces = new BoundedNonces();
  server.addHook('preHandler', async (request, reply) => {
    if (request.url.startsWith('/health') || request.url === '/metrics') return;
    const header = request.headers[SIGNATURE_HEADER];
    const raw: unknown = (request as { rawBody?: unknown }).rawBody;
    const body = Buffer.isBuffer(raw) ? raw : Buffer.from(typeof raw === 'string' ? raw : '');
    const signed =
      typeof header === 'string' &&
      verifyRequest({ secret: options.secret, header, body, now: options.now().getTime(), seen: nonces }) === 'valid';
    if (!signed) return reply.code(401).send(refused());
    if (request.headers['x-passerelle-service'] === 'gateway' && request.headers.authorization === undefined) return;
    const actor = await actorFrom(request, options.tokens);
    if (actor instanceof Refusal) return reply.code(401).send(refused(actor));
    const key = request.headers['idempotency-key'];
    found.set(request, { actor, ...(typeof key === 'string' ? { idempotencyKey: key } : {}) });
  });
}

async function actorFrom(request: FastifyRequest, tokens: TokenVerifier): Promise<Actor | Refusal> {
  try {
    const claims = await tokens.verifyHeader(request.headers.authorization);
    const correlation = request.headers['x-correlation-id'];
    const trace = request.headers['traceparent'];
    return {
      subject: claims.sub,
      role: claims.role,
      branches: claims.branches,
      correlationId: typeof correlation === 'string' ? correlation.slice(0, 64) : randomUUID(),
      ...(typeof trace === 'string' ? { traceparent: trace.slice(0, 64) } : {}),
    };
  } catch (error) {
    // Which check failed is nobody's business but ours; only that a session was ended is told, so that it may be renewed.
    return error instanceof Refusal && error.code === SESSION_ENDED.code ? error : UNAUTHENTICATED({});
  }
}

function refused(refusal: Refusal = UNAUTHENTICATED({})) {
  return { errors: [{ message: refusal.code, extensions: extensionsOf(refusal) }] };
}
