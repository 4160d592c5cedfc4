import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { PAGE_SIZE, type Refusal, type RefusalFactory } from '#errors';
import {
  QUERY_TOO_DEEP,
  TOO_MANY_ALIASES,
  TOO_MANY_DIRECTIVES,
  TOO_MANY_ROOT_FIELDS,
  TOO_MANY_SELECTIONS,
} from '../gateway.refusals.js';

/** What one query may weigh, measured after its fragments are unfolded. */
export const LIMITS = {
  tokens: 1_000,
  depth: 8,
  /** The standard introspection query is deeper than any of ours, and answered here without a service. */
  introspectionDepth: 16,
  aliases: 15,
  rootFields: 20,
  directives: 20,
  selections: 2_000,
  page: 100,
} as const;

/**
 * Throws the refusal of the first limit that the operation exceeds. Runs before validation and planning, whose cost grows
 * with what is measured here, and stops counting at the limit, so that a fragment bomb costs no more than a query.
 */
export function refuseHeavyQuery(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  new Weighing(document, operation, variables).weigh();
}

class Weighing {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly open = new Set<string>();
  private readonly path: string[] = [];
  private readonly counts = { aliases: 0, rootFields: 0, directives: 0, selections: 0 };

  constructor(
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  weigh(): void {
    this.count('directives', this.operation.directives?.length ?? 0, TOO_MANY_DIRECTIVES);
    this.selectionSet(this.operation.selectionSet, 0, LIMITS.depth);
  }

  private selectionSet(set: SelectionSetNode, depth: number, maxDepth: number): void {
    for (const selection of set.selections) {
      this.count('selections', 1, TOO_MANY_SELECTIONS);
      this.count('directives', selection.directives?.length ?? 0, TOO_MANY_DIRECTIVES);
      if (selection.kind === Kind.FIELD) this.field(selection, depth + 1, maxDepth);
      else if (selection.kind === Kind.INLINE_FRAGMENT) this.selectionSet(selection.selectionSet, depth, maxDepth);
      else this.fragment(selection.name.value, depth, maxDepth);
    }
  }

  private fragment(name: string, depth: number, maxDepth: number): void {
    const fragment = this.fragments.get(name);
    // A missing or circular fragment is validation's to refuse; here it only must not run away.
    if (!fragment || this.open.has(name)) return;
    this.open.add(name);
    this.count('directives', fragment.directives?.length ?? 0, TOO_MANY_DIRECTIVES);
    this.selectionSet(fragment.selectionSet, depth, maxDepth);
    this.open.delete(name);
  }

  private field(field: FieldNode, depth: number, maxDepth: number): void {
    this.path.push(field.alias?.value ?? field.name.value);
    if (field.alias) this.count('aliases', 1, TOO_MANY_ALIASES);
    if (depth === 1) this.count('rootFields', 1, TOO_MANY_ROOT_FIELDS);
    const allowed = depth === 1 && field.name.value.startsWith('__') ? LIMITS.introspectionDepth : maxDepth;
    if (depth > allowed) throw this.refused(QUERY_TOO_DEEP, allowed);
    this.pageSize(field);
    if (field.selectionSet) this.selectionSet(field.selectionSet, depth, allowed);
    this.path.pop();
  }

  private pageSize(field: FieldNode): void {
    const value = field.arguments?.find((argument) => argument.name.value === 'first')?.value;
    if (!value) return;
    const size =
      value.kind === Kind.INT
        ? Number(value.value)
        : value.kind === Kind.VARIABLE
          ? this.variable(value.name.value)
          : undefined;
    if (typeof size === 'number' && size > LIMITS.page) throw PAGE_SIZE({}, [...this.path, 'first'].join('.'));
  }

  private variable(name: string): unknown {
    if (Object.hasOwn(this.variables, name)) return this.variables[name];
    const definition = this.operation.variableDefinitions?.find((one) => one.variable.name.value === name);
    return definition?.defaultValue?.kind === Kind.INT ? Number(definition.defaultValue.value) : undefined;
  }

  private count(what: keyof Weighing['counts'], more: number, refusal: RefusalFactory<{ limit: number }>): void {
    this.counts[what] += more;
    if (this.counts[what] > LIMITS[what]) throw this.refused(refusal, LIMITS[what]);
  }

  private refused(refusal: RefusalFactory<{ limit: number }>, limit: number): Refusal {
    return this.path.length > 0 ? refusal({ limit }, this.path.join('.')) : refusal({ limit });
  }
}
