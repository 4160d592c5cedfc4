import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Actor } from './actor.js';
import { Permission } from './permissions.js';

/** Where the permission of a resolver is kept. */
export const ALLOW_METADATA = 'passerelle:allow';

/** Who may call this resolver. One without it keeps the service from starting. `ANYONE_SIGNED_IN` for what every role may read. */
export const Allow = (permission: Permission | typeof ANYONE_SIGNED_IN | typeof GATEWAY_ITSELF): MethodDecorator =>
  SetMetadata(ALLOW_METADATA, permission);

/** For fields that hold nothing to protect beyond being signed in. */
export const ANYONE_SIGNED_IN = 'ANYONE_SIGNED_IN';

/** For what the gateway asks in its own name, without a caller; its signature is proof enough. */
export const GATEWAY_ITSELF = 'GATEWAY_ITSELF';

/** What the GraphQL context of a service holds. */
export interface AccessContext {
  readonly actor: Actor | undefined;
}

/** Hands the resolver the checked caller: `@CurrentActor() actor: Actor`. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const request = GqlExecutionContext.create(context);
  const actor = actorOf(request);
  if (!actor) throw new Error('A resolver ran without a checked caller.');
  const asked: unknown = Reflect.getMetadata(ALLOW_METADATA, context.getHandler());
  return isPermission(asked) ? { ...actor, under: asked } : actor;
});

const isPermission = (asked: unknown): asked is Permission => (Object.values(Permission) as unknown[]).includes(asked);

/** The caller of a GraphQL field, with the mutation's repeat key once the guard has seen it. */
export function actorOf(context: GqlExecutionContext): Actor | undefined {
  return context.getContext<AccessContext>().actor;
}
