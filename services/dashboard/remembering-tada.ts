import { print } from '@0no-co/graphql.web';
import { initGraphQLTada as init } from 'gql.tada';
import type { DocumentNode } from 'graphql';

export { readFragment } from 'gql.tada';

/** Every query and mutation made so far, as it is sent. */
export const made = new Set<string>();

/** gql.tada's own, remembering what it makes. */
export function initGraphQLTada() {
  const graphql = init() as (...given: unknown[]) => DocumentNode;
  return (...given: unknown[]): DocumentNode => {
    const document = graphql(...given);
    if (document.definitions.some(({ kind }) => kind === 'OperationDefinition')) made.add(print(document));
    return document;
  };
}
