import {
  composeServices,
  compositionHasErrors,
  transformSupergraphToPublicSchema,
} from '@theguild/federation-composition';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql';

/** One service's part of the graph. */
export interface Subgraph {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
}

/**
 * Joins the services' schemas into the supergraph. What a dead service would have to fill is nullable here, whatever the
 * service promises: else one missing figure would, by GraphQL's own rule, empty the whole answer around it.
 */
export function composeSupergraph(subgraphs: readonly Subgraph[]): string {
  const services = [...subgraphs]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) }));
  const result = composeServices(services);
  if (compositionHasErrors(result)) {
    throw new Error(
      `The schemas do not fit together:\n${result.errors.map((error) => `- ${error.message}`).join('\n')}`,
    );
  }
  return `${print(letServicesBeMissing(parse(result.supergraphSdl)))}\n`;
}

/** The schema as callers see it: no trace of which service answers what. */
export function apiSchemaOf(supergraph: string): string {
  return `${print(transformSupergraphToPublicSchema(parse(supergraph)))}\n`;
}

function letServicesBeMissing(supergraph: DocumentNode): DocumentNode {
  return visit(supergraph, {
    ObjectTypeDefinition(type) {
      if (type.name.value === 'Query') return withNullable(type, () => true);
      const home = homeOf(type);
      return home === undefined ? undefined : withNullable(type, (field) => onlyOwner(field) !== home);
    },
  });
}

/** Of an entity that several services describe: the one that describes most of it. The others are guests. */
function homeOf(type: ObjectTypeDefinitionNode): string | undefined {
  const graphs = new Set(
    directives(type, 'join__type')
      .filter((one) => argument(one, 'key'))
      .map((one) => argument(one, 'graph')),
  );
  if (graphs.size < 2) return undefined;
  const counts = new Map<string, number>();
  for (const field of type.fields ?? []) {
    const owner = onlyOwner(field);
    if (owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return [...counts].sort(([nameA, a], [nameB, b]) => b - a || (nameA < nameB ? -1 : 1))[0]?.[0];
}

function onlyOwner(field: FieldDefinitionNode): string | undefined {
  const owners = directives(field, 'join__field').filter((one) => argument(one, 'external') !== 'true');
  return owners.length === 1 && owners[0] ? argument(owners[0], 'graph') : undefined;
}

function withNullable(
  type: ObjectTypeDefinitionNode,
  applies: (field: FieldDefinitionNode) => boolean,
): ObjectTypeDefinitionNode {
  const fields = type.fields?.map((field) =>
    field.type.kind === Kind.NON_NULL_TYPE && onlyOwner(field) !== undefined && applies(field)
      ? { ...field, type: field.type.type }
      : field,
  );
  return fields ? { ...type, fields } : type;
}

function directives(
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): ConstDirectiveNode[] {
  return (node.directives ?? []).filter((directive) => directive.name.value === name);
}

function argument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((one) => one.name.value === name)?.value;
  return value && 'value' in value ? String(value.value) : undefined;
}
