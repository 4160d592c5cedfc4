import { initGraphQLTada } from 'gql.tada';
import type { DocumentNode } from 'graphql';
import type { introspection } from '../graphql-env.js';

/** A GraphQL document with the shape of its answer and of its variables. */
export type Query<Data, Variables> = DocumentNode & { readonly __apiType?: (variables: Variables) => Data };

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
export { readFragment } from 'gql.tada';

/**
 * A query, mutation or fragment, typed from the gateway's own schema: an unknown field or a wrong enum does not compile,
 * and nothing is written twice.
 */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { UUID: string; LocalDate: string; DateTime: string };
}>();

/** The operation's own name: the key under which its answers are kept. */
export function nameOf(document: DocumentNode): string {
  for (const definition of document.definitions) {
    if (definition.kind === 'OperationDefinition') return definition.name?.value ?? 'unnamed';
  }
  return 'unnamed';
}
