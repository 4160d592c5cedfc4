import { type ASTNode, type DocumentNode, GraphQLError, type GraphQLFormattedError, Kind, visit } from 'graphql';
import { INVALID_QUERY } from '#errors';
import { refusedEntry } from '../answer.js';

/** A query that is wrong in itself: one entry for each fault. */
export class QueryFaults extends Error {
  constructor(readonly faults: readonly GraphQLFormattedError[]) {
    super('INVALID_QUERY');
    this.name = 'QueryFaults';
  }
}

/** Faults of syntax or against the schema, each with the place in the query as its field. */
export function faultsOf(
  errors: readonly GraphQLError[],
  document: DocumentNode | undefined,
  correlationId: string,
): QueryFaults {
  return new QueryFaults(
    errors.map((error) => {
      const node = error.nodes?.at(-1);
      const field = document && node ? placeOf(document, node) : undefined;
      const entry = refusedEntry(INVALID_QUERY({ detail: plain(error.message) }, field), correlationId);
      return error.locations ? { ...entry, locations: error.locations } : entry;
    }),
  );
}

/** Faults of the variables; `path` is where in them. */
export function variableFaults(
  faults: readonly { path: readonly (string | number)[]; message: string }[],
  correlationId: string,
): QueryFaults {
  return new QueryFaults(
    faults.map(({ path, message }) => {
      // A field that is missing or unknown is reported on the object around it, by its name in the sentence.
      const named = /^Field "(\w+)" (?:of required|is not defined)/.exec(message)?.[1];
      const field = [...path, ...(named === undefined ? [] : [named])].join('.');
      return refusedEntry(INVALID_QUERY({ detail: `${field}: ${plain(message)}` }, field), correlationId);
    }),
  );
}

/** graphql-js quotes the value and guesses names: neither belongs in an answer, the value may be somebody's. */
function plain(message: string): string {
  return message
    .replace(/\s*Did you mean .*$/s, '')
    .replace(/^Value ".*" does not exist in "(\w+)" enum/s, 'The value does not exist in "$1" enum')
    .replace(/^Value .* does not exist in "(\w+)" enum/s, 'The value does not exist in "$1" enum')
    .replace(/(represent[^:]*|value|found):? (?:"(?:[^"\\]|\\.)*"|[{[].*|[-\w.]+)\.?$/s, '$1')
    .slice(0, 300);
}

function placeOf(document: DocumentNode, target: ASTNode): string | undefined {
  const path: string[] = [];
  let found: string | undefined;
  visit(document, {
    enter(node) {
      const name = nameOf(node);
      if (name !== undefined) path.push(name);
      if (node === target) found ??= path.join('.');
      return found === undefined ? undefined : false;
    },
    leave(node) {
      if (nameOf(node) !== undefined) path.pop();
    },
  });
  return found === '' ? undefined : found;
}

function nameOf(node: ASTNode): string | undefined {
  if (node.kind === Kind.FIELD) return node.alias?.value ?? node.name.value;
  if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) return node.name.value;
  if (node.kind === Kind.VARIABLE_DEFINITION) return node.variable.name.value;
  return undefined;
}
