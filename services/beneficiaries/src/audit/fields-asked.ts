import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** Names of the fields a question asks of a record; `within` names the field that holds the records of a page. */
export function fieldsAsked(info: GraphQLResolveInfo, within?: string): string[] {
  const asked = namesIn(
    info.fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    info,
  );
  const records = within === undefined ? asked : namesIn(asked.get(within) ?? [], info);
  records.delete('__typename');
  return [...records.keys()].sort();
}

function namesIn(sets: readonly SelectionSetNode[], info: GraphQLResolveInfo): Map<string, SelectionSetNode[]> {
  const found = new Map<string, SelectionSetNode[]>();
  const waiting = [...sets];
  for (let set = waiting.pop(); set; set = waiting.pop())
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const under = selection.selectionSet ? [selection.selectionSet] : [];
        found.set(selection.name.value, [...(found.get(selection.name.value) ?? []), ...under]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) waiting.push(selection.selectionSet);
      else {
        const fragment = info.fragments[selection.name.value];
        if (fragment) waiting.push(fragment.selectionSet);
      }
    }
  return found;
}
