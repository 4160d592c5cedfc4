import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  getVariableValues,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { FieldOwners } from './field-owners.js';

type Path = readonly (string | number)[];

/** A place in the answer that a silent service left empty. */
export interface MissingPlace {
  readonly service: string;
  readonly path: Path;
}

const MAX_PLACES = 100;
/** A null where none may be: the object around it has to go. */
const BURST = Symbol('burst');

/**
 * Puts an answer with errors into GraphQL's own order. The planner leaves out data where every step failed, leaves nulls
 * in places that promise a value, and names a silent service by the object around the gap; here data is completed, such
 * nulls empty the object around them, and every gap is found, with its place.
 */
export function settleAnswer(options: {
  readonly schema: GraphQLSchema;
  readonly owners: FieldOwners;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly silent: ReadonlySet<string>;
  readonly data: unknown;
}): { data: Record<string, unknown> | null; missing: readonly MissingPlace[] } {
  const { coerced } = getVariableValues(options.schema, options.operation.variableDefinitions ?? [], options.variables);
  const settling = new Settling(options.schema, options.owners, options.document, coerced ?? {}, options.silent);
  const root = options.schema.getRootType(options.operation.operation);
  if (!root) throw new Error('An operation of a kind that the schema does not have.');
  const data = settling.object(options.data ?? {}, [options.operation.selectionSet], root, []);
  return { data: data === BURST ? null : (data as Record<string, unknown>), missing: settling.missing };
}

class Settling {
  readonly missing: MissingPlace[] = [];
  private readonly fragments = new Map<string, FragmentDefinitionNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly owners: FieldOwners,
    document: DocumentNode,
    private readonly variables: Record<string, unknown>,
    private readonly silent: ReadonlySet<string>,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  object(value: unknown, sets: readonly SelectionSetNode[], type: GraphQLOutputType, path: Path): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const given = value as Record<string, unknown>;
    const declared = getNamedType(type);
    const named = typeof given.__typename === 'string' ? (this.schema.getType(given.__typename) ?? declared) : declared;
    if (!isObjectType(named)) return value; // An interface whose kind the caller did not ask: nothing to hold it against.
    const fields = new Map<string, FieldNode[]>();
    for (const set of sets) this.collect(set, named.name, fields);
    const settled: Record<string, unknown> = {};
    for (const [key, nodes] of fields) {
      const node = nodes[0];
      const field = node && named.getFields()[node.name.value];
      if (!node || !field) {
        settled[key] = given[key];
        continue;
      }
      const inner = nodes.flatMap((one) => (one.selectionSet ? [one.selectionSet] : []));
      const result = this.complete(given[key] ?? null, inner, field.type, [...path, key], named.name, node.name.value);
      if (result === BURST) return BURST;
      settled[key] = result;
    }
    return settled;
  }

  private complete(
    value: unknown,
    sets: readonly SelectionSetNode[],
    type: GraphQLOutputType,
    path: Path,
    parent: string,
    name: string,
  ): unknown {
    if (isNonNullType(type)) {
      const result = this.complete(value, sets, type.ofType, path, parent, name);
      return result === null ? BURST : result;
    }
    if (value === null || value === undefined) {
      const service = this.owners.needsOneOf(this.silent, parent, name);
      if (service !== undefined && this.missing.length < MAX_PLACES) this.missing.push({ service, path });
      return null;
    }
    if (isListType(type)) {
      if (!Array.isArray(value)) return null;
      const items = value.map((item: unknown, index) =>
        this.complete(item, sets, type.ofType, [...path, index], parent, name),
      );
      return items.includes(BURST) ? null : items;
    }
    if (!isCompositeType(type)) return value;
    const result = this.object(value, sets, type, path);
    return result === BURST ? null : result;
  }

  private collect(set: SelectionSetNode, type: string, fields: Map<string, FieldNode[]>): void {
    for (const selection of set.selections) {
      if (!this.included(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        fields.set(key, [...(fields.get(key) ?? []), selection]);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
      if (fragment && this.applies(fragment.typeCondition?.name.value, type))
        this.collect(fragment.selectionSet, type, fields);
    }
  }

  private included(selection: SelectionNode): boolean {
    return (
      getDirectiveValues(GraphQLSkipDirective, selection, this.variables)?.if !== true &&
      getDirectiveValues(GraphQLIncludeDirective, selection, this.variables)?.if !== false
    );
  }

  private applies(condition: string | undefined, type: string): boolean {
    if (condition === undefined || condition === type) return true;
    const abstract = this.schema.getType(condition);
    const object = this.schema.getType(type);
    return isObjectType(object) && isAbstractType(abstract) && this.schema.isSubType(abstract, object);
  }
}
