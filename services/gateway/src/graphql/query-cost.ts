import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

const LEAF = 1;
const RECORD = 2;
/** What a list without pages is taken to hold. */
const UNPAGED = 10;
/** A change is a transaction and its event, whatever it answers. */
const CHANGE = 20;

/**
 * What a query may cost at most: 1 for each value, 2 for each record, times the rows a page may hold (`first`), 10 for a list
 * without pages, 20 for each change. An estimate from above: a short page counts as a full one.
 * Give only a validated query; stops counting above `limit`.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  limit: number,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  let cost = 0;

  const within = (set: SelectionSetNode, type: GraphQLNamedType | undefined, rows: number, paged: boolean): void => {
    for (const selection of set.selections) {
      if (cost > limit) return;
      if (isLeftOut(selection, operation, variables)) continue;
      if (selection.kind === Kind.FIELD) ofField(selection, type, rows, paged);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type;
        within(selection.selectionSet, on, rows, paged);
      } else {
        const fragment = fragments.get(selection.name.value);
        if (fragment) within(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value), rows, paged);
      }
    }
  };

  const ofField = (node: FieldNode, type: GraphQLNamedType | undefined, rows: number, paged: boolean): void => {
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    if (!field || isLeafType(getNamedType(field.type))) {
      cost += rows * LEAF;
      return;
    }
    const page = pageOf(node, field, operation, variables);
    // The rows of a page have been counted where the page was asked for.
    const more = page ?? (!paged && isListType(getNullableType(field.type)) ? UNPAGED : 1);
    cost += rows * more * RECORD;
    if (node.selectionSet) within(node.selectionSet, getNamedType(field.type), rows * more, page !== undefined);
  };

  const root = schema.getRootType(operation.operation) ?? undefined;
  if (operation.operation === 'mutation') cost += operation.selectionSet.selections.length * CHANGE;
  within(operation.selectionSet, root, 1, false);
  return cost;
}

/** True for what `@skip` or `@include` leaves out. */
function isLeftOut(
  { directives = [] }: SelectionNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  return directives.some(({ name, arguments: given = [] }) => {
    const condition = plainValue(given.find((one) => one.name.value === 'if')?.value, operation, variables);
    return (name.value === 'skip' && condition === true) || (name.value === 'include' && condition === false);
  });
}

/** A number or a truth as it is written, or as its variable has it; undefined for anything else. */
function plainValue(
  node: ValueNode | undefined,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): unknown {
  if (node?.kind === Kind.INT) return Number(node.value);
  if (node?.kind === Kind.BOOLEAN) return node.value;
  if (node?.kind !== Kind.VARIABLE) return undefined;
  const defined = operation.variableDefinitions?.find(({ variable }) => variable.name.value === node.name.value);
  return variables[node.name.value] ?? plainValue(defined?.defaultValue, operation, variables);
}

/** How many rows the field is asked for at most; undefined when it has no pages. */
function pageOf(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number | undefined {
  const defined = field.args.find(({ name }) => name === 'first');
  if (!defined) return undefined;
  const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  const value = plainValue(given, operation, variables) ?? defined.defaultValue;
  return typeof value === 'number' && value > 0 ? value : UNPAGED;
}
