import { createHash } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { FORBIDDEN, INVALID_IDEMPOTENCY_KEY, UNAUTHENTICATED } from '#errors';
import type { Actor } from './actor.js';
import { ALLOW_METADATA, ANYONE_SIGNED_IN, actorOf, GATEWAY_ITSELF } from './allow.js';
import { may, type Permission } from './permissions.js';

interface GuardedContext {
  actor: Actor | undefined;
  idempotencyKey?: string;
}

/** The first wall: no resolver runs without a caller whose role holds its permission. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType<string>() !== 'graphql') return true;
    const graphql = GqlExecutionContext.create(context);
    const permission = this.reflector.get<Permission | typeof ANYONE_SIGNED_IN | typeof GATEWAY_ITSELF | undefined>(
      ALLOW_METADATA,
      context.getHandler(),
    );
    if (permission === undefined)
      throw new Error(`${context.getClass().name}.${context.getHandler().name} lacks @Allow`);
    if (permission === GATEWAY_ITSELF) return true;
    const actor = actorOf(graphql);
    if (!actor) throw UNAUTHENTICATED({});
    if (permission !== ANYONE_SIGNED_IN && !may(actor.role, permission)) throw FORBIDDEN({});
    rememberRepeat(graphql);
    return true;
  }
}

/** A mutation with an `Idempotency-Key` is known by caller, name and arguments from here on. */
function rememberRepeat(graphql: GqlExecutionContext): void {
  const info = graphql.getInfo<GraphQLResolveInfo>();
  const context = graphql.getContext<GuardedContext>();
  if (info.parentType.name !== 'Mutation' || context.idempotencyKey === undefined || !context.actor) return;
  if (!/^[\x21-\x7e]{8,100}$/.test(context.idempotencyKey)) throw INVALID_IDEMPOTENCY_KEY({}, 'Idempotency-Key');
  const argumentHash = createHash('sha256').update(canonical(graphql.getArgs())).digest('hex');
  context.actor = { ...context.actor, repeat: { key: context.idempotencyKey, mutation: info.fieldName, argumentHash } };
}

/** The same arguments in any key order give the same text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner) && !(inner instanceof Date)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
