import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type ConstDirectiveNode, Kind, type ObjectTypeDefinitionNode, parse, type TypeNode } from 'graphql';
import type { Service } from '../../../deploy/local/ports.ts';
import { SIGNATURE_HEADER, signRequest } from '../../../libs/access/src/signature.ts';
import type { Answer } from '../../journeys/caller.js';
import { ports, secrets } from '../../journeys/superuser.ts';
import { NO_RECORD } from './changes.ts';
import type { Scope } from './questions.ts';

/** A service asked past the gateway: signed as the gateway does, or not at all, or as somebody would who guesses. */
export interface Direct {
  readonly service: Service;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly token: string | undefined;
  /** Absent: signed with the network's own secret. */
  readonly signature?: string | undefined;
}

/** What a service said to whoever came past the gateway. */
export async function askDirectly(asked: Direct): Promise<{ status: number; answer: Answer }> {
  const body = JSON.stringify({ query: asked.query, variables: asked.variables });
  const signature = 'signature' in asked ? asked.signature : signed(body, secrets().subgraph);
  const response = await fetch(`http://127.0.0.1:${ports().services[asked.service]}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(asked.token ? { authorization: `Bearer ${asked.token}` } : {}),
      ...(signature ? { [SIGNATURE_HEADER]: signature } : {}),
    },
    body,
  });
  return { status: response.status, answer: (await response.json()) as Answer };
}

/** A signature of a body, as of so many milliseconds ago. */
export function signed(body: string, secret: string, ago = 0): string {
  return signRequest({ secret, body, timestamp: Date.now() - ago, nonce: randomUUID() });
}

/** One record asked for by its key at the service that tells something of it. */
export interface Entity {
  readonly service: Service;
  readonly type: string;
  readonly query: string;
  readonly variables: (scope: Scope) => Record<string, unknown>;
}

/** Every type that a service gives out by its key, with all that this service tells of it. */
export function entitiesOf(file = 'services/gateway/supergraph.graphql'): Entity[] {
  const types = new Map<string, ObjectTypeDefinitionNode>();
  for (const definition of parse(readFileSync(file, 'utf8')).definitions)
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) types.set(definition.name.value, definition);
  return [...types.values()].flatMap((type) =>
    directives(type, 'join__type').flatMap(({ graph = '', key, resolvable }) => {
      const name = type.name.value;
      if (key === undefined || resolvable === 'false' || ROOTS.has(name)) return [];
      const fields = fieldsOf(type, graph, types);
      return {
        service: graph.toLowerCase() as Service,
        type: name,
        query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${name} { ${fields} } } }`,
        variables: ({ ids, branch }: Scope) => ({
          r: [{ __typename: name, [key]: key === 'code' ? branch : (ids[name] ?? NO_RECORD) }],
        }),
      };
    }),
  );
}

const ROOTS = new Set(['Query', 'Mutation']);

function fieldsOf(
  type: ObjectTypeDefinitionNode,
  graph: string,
  types: ReadonlyMap<string, ObjectTypeDefinitionNode>,
  depth = 0,
): string {
  const told = (type.fields ?? []).flatMap((field) => {
    const owners = directives(field, 'join__field').filter(({ external }) => external !== 'true');
    if (owners.length > 0 && !owners.some((owner) => owner.graph === graph)) return [];
    if (field.arguments?.some(({ type: { kind }, defaultValue }) => kind === Kind.NON_NULL_TYPE && !defaultValue))
      return [];
    const end = types.get(namedType(field.type));
    if (!end) return [field.name.value];
    return depth > 0 ? [] : [`${field.name.value} { ${fieldsOf(end, graph, types, 1)} }`];
  });
  return ['__typename', ...told].join(' ');
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

function directives({ directives: given }: { directives?: readonly ConstDirectiveNode[] }, name: string) {
  const found = (given ?? []).filter((one) => one.name.value === name);
  return found.map((one) =>
    Object.fromEntries(
      (one.arguments ?? []).map((argument) => [
        argument.name.value,
        'value' in argument.value ? String(argument.value.value) : '',
      ]),
    ),
  ) as Readonly<Partial<Record<'graph' | 'key' | 'resolvable' | 'external', string>>>[];
}
