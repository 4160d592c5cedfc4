import { parse } from 'gql.tada';
import type { DocumentNode } from 'graphql';

/** A GraphQL document with the shape of its answer and of its variables; what `gql.tada` builds fits too. */
export type Query<Data, Variables> = DocumentNode & { readonly __apiType?: (variables: Variables) => Data };

/**
 * A query or mutation with the shape its page expects:
 * `query<{ branches: Branch[] }, { first: number }>('query Branches($first: Int!) { … }')`.
 * The text is parsed here, so a typing mistake shows when the page loads and not when somebody sends it.
 */
export function query<Data, Variables extends object = Record<string, never>>(text: string): Query<Data, Variables> {
  return parse(text) as DocumentNode;
}

/** The operation's own name: the key under which its answers are kept. */
export function nameOf(document: DocumentNode): string {
  for (const definition of document.definitions) {
    if (definition.kind === 'OperationDefinition') return definition.name?.value ?? 'unnamed';
  }
  return 'unnamed';
}
