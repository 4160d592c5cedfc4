import type { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ALLOW_METADATA } from '#access';

const RESOLVER_KINDS = ['graphql:resolver_type', 'graphql:resolve_property', 'graphql:resolve_reference'];

/** Throws, naming them, when resolvers lack `@Allow`: a guard one may forget is no guard. */
export function requireDeclaredAccess(discovery: DiscoveryService, scanner: MetadataScanner): void {
  const undeclared = discovery.getProviders().flatMap(({ instance }: { instance?: unknown }) => {
    if (typeof instance !== 'object' || instance === null) return [];
    const methods = instance as Record<string, object>;
    return scanner
      .getAllMethodNames(Object.getPrototypeOf(instance) as object)
      .filter((name) => {
        const method = methods[name];
        if (!method || !RESOLVER_KINDS.some((kind) => Reflect.hasMetadata(kind, method))) return false;
        return Reflect.getMetadata(ALLOW_METADATA, method) === undefined;
      })
      .map((name) => `${instance.constructor.name}.${name}`);
  });
  if (undeclared.length > 0) throw new Error(`These resolvers lack @Allow: ${undeclared.join(', ')}`);
}
