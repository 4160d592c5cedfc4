import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';

/** Which services can fill a field, as the supergraph says. */
export class FieldOwners {
  readonly #owners = new Map<string, readonly string[]>();

  constructor(supergraph: DocumentNode) {
    const services = new Map<string, string>();
    for (const definition of supergraph.definitions) {
      if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
      for (const value of definition.values ?? []) {
        const directive = value.directives?.find((one) => one.name.value === 'join__graph');
        services.set(value.name.value, (directive && text(directive, 'name')) ?? value.name.value);
      }
    }
    for (const definition of supergraph.definitions) {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
        continue;
      const ofType = graphs(definition.directives, 'join__type');
      for (const field of definition.fields ?? []) {
        const ofField = graphs(field.directives, 'join__field');
        const names = (ofField.length > 0 ? ofField : ofType).map((graph) => services.get(graph) ?? graph);
        this.#owners.set(`${definition.name.value}.${field.name.value}`, names);
      }
    }
  }

  /** True when none but silent services could have filled this field. */
  needsOneOf(silent: ReadonlySet<string>, type: string, field: string): string | undefined {
    const owners = this.#owners.get(`${type}.${field}`) ?? [];
    return owners.length > 0 && owners.every((owner) => silent.has(owner)) ? owners[0] : undefined;
  }
}

function graphs(directives: readonly ConstDirectiveNode[] | undefined, name: string): string[] {
  return (directives ?? [])
    .filter(
      (one) => one.name.value === name && text(one, 'external') !== 'true' && text(one, 'usedOverridden') !== 'true',
    )
    .map((one) => text(one, 'graph'))
    .filter((graph) => graph !== undefined);
}

function text(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((one) => one.name.value === name)?.value;
  return value && 'value' in value ? String(value.value) : undefined;
}
