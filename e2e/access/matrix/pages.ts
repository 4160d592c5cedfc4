import {
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  isRequiredArgument,
  type Kind,
  parse,
  print,
  visit,
} from 'graphql';
import type { Question, Scope } from './questions.ts';

/** A list that is read page by page: what its rows say, from a cursor on, or those that a text is found in. */
export interface PagedList {
  readonly name: string;
  /** Two rows and where the next page begins. */
  readonly first: (scope: Scope) => string;
  readonly after: (scope: Scope, cursor: string) => string;
  readonly found?: (scope: Scope, text: string) => string;
}

/** Every list of the graph that has cursors, asked as the matrix asks for its rows. */
export function pagedLists(schema: GraphQLSchema, questions: readonly Question[]): PagedList[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
    const names = new Set(field.args.map(({ name }) => name));
    const page = getNamedType(field.type);
    if (!names.has('after') || !isObjectType(page) || !('endCursor' in page.getFields())) return [];
    const rows = questions.find(({ asks, edge }) => asks[0] === `Query.${field.name}` && edge === `${page.name}.items`);
    if (!rows) return [];
    const given = (scope: Scope, more: Record<string, string>) => withArguments(rows.text(scope), more);
    return {
      name: field.name,
      first: (scope: Scope) => given(scope, { first: '2' }),
      after: (scope: Scope, cursor: string) => given(scope, { first: '20', after: JSON.stringify(cursor) }),
      ...(names.has('text') && !field.args.some((one) => one.name === 'text' && isRequiredArgument(one))
        ? { found: (scope: Scope, text: string) => given(scope, { text: JSON.stringify(text) }) }
        : {}),
    };
  });
}

/** The same question with these arguments at its first field, which tells its cursor besides. */
function withArguments(text: string, more: Readonly<Record<string, string>>): string {
  let depth = 0;
  const asked = visit(parse(text), {
    Field: {
      enter(node) {
        depth += 1;
        if (depth !== 1) return undefined;
        const [operation] = parse(
          `{ x(${Object.entries(more)
            .map(([name, value]) => `${name}: ${value}`)
            .join(', ')}) { endCursor } }`,
        ).definitions;
        const [pattern] = (operation as { selectionSet: { selections: readonly (typeof node)[] } }).selectionSet
          .selections;
        const kept = (node.arguments ?? []).filter(({ name }) => !(name.value in more));
        return {
          ...node,
          arguments: [...kept, ...(pattern?.arguments ?? [])],
          selectionSet: {
            kind: 'SelectionSet' as Kind.SELECTION_SET,
            selections: [...(node.selectionSet?.selections ?? []), ...(pattern?.selectionSet?.selections ?? [])],
          },
        };
      },
      leave() {
        depth -= 1;
      },
    },
  });
  return print(asked);
}
