import {
  coerceInputValue,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  typeFromAST,
  validate,
} from 'graphql';
import { z } from 'zod';
import { INVALID_QUERY } from '#errors';
import { BATCHING_OFF, MALFORMED_REQUEST, QUERY_TOO_LONG } from '../gateway.refusals.js';
import { faultsOf, variableFaults } from './query-faults.js';
import { LIMITS, refuseHeavyQuery } from './query-limits.js';

/** A query that may be planned. */
export interface ReadQuery {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

const requestSchema = z.object({
  query: z.string().min(1),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
});

const KEPT_QUERIES = 1_000;
const KEPT_LENGTH = 20_000;
const MAX_FAULTS = 10;

/** Reads, weighs and checks queries; the pages' own few are read once and planned once. */
export class QueryReader {
  private readonly checked = new Map<string, DocumentNode>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** Throws a refusal or `QueryFaults`; `permit` throws for a text that this caller may not ask. */
  read(body: string, correlationId: string, permit: (text: string) => void = () => undefined): ReadQuery {
    const request = requestOf(body);
    permit(request.query);
    const known = this.checked.get(request.query);
    const document = known ?? parsed(request.query, correlationId);
    const operation = operationOf(document, request.operationName ?? undefined);
    const variables = request.variables ?? {};
    refuseHeavyQuery(document, operation, variables);
    if (!known) this.check(request.query, document, correlationId);
    this.refuseWrongVariables(operation, variables, correlationId);
    return { document, operation, operationName: operation.name?.value, variables };
  }

  private check(text: string, document: DocumentNode, correlationId: string): void {
    const errors = validate(this.schema, document, specifiedRules, { maxErrors: MAX_FAULTS, hideSuggestions: true });
    if (errors.length > 0) throw faultsOf(errors.slice(0, MAX_FAULTS), document, correlationId);
    if (text.length > KEPT_LENGTH) return;
    if (this.checked.size >= KEPT_QUERIES) this.checked.delete(this.checked.keys().next().value ?? '');
    this.checked.set(text, document);
  }

  private refuseWrongVariables(
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
    correlationId: string,
  ): void {
    const faults: { path: readonly (string | number)[]; message: string }[] = [];
    for (const definition of operation.variableDefinitions ?? []) {
      const name = definition.variable.name.value;
      const type = typeFromAST(this.schema, definition.type);
      if (!isInputType(type)) continue; // Validation has refused it already.
      if (!Object.hasOwn(variables, name)) {
        if (isNonNullType(type) && !definition.defaultValue) {
          faults.push({ path: [name], message: `A value of type "${String(type)}" is required.` });
        }
        continue;
      }
      coerceInputValue(
        variables[name],
        type,
        (path, _value, error) => faults.push({ path: [name, ...path], message: error.message }),
        true,
      );
    }
    if (faults.length > 0) throw variableFaults(faults.slice(0, MAX_FAULTS), correlationId);
  }
}

function requestOf(body: string): z.infer<typeof requestSchema> {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    throw MALFORMED_REQUEST({ part: 'JSON' });
  }
  if (Array.isArray(json)) throw BATCHING_OFF({});
  const request = requestSchema.safeParse(json);
  if (request.success) return request.data;
  const field = request.error.issues[0]?.path.join('.') ?? '';
  throw field === '' ? MALFORMED_REQUEST({ part: 'JSON' }) : MALFORMED_REQUEST({ part: field }, field);
}

function parsed(text: string, correlationId: string): DocumentNode {
  try {
    return parse(text, { maxTokens: LIMITS.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (/more tha[tn] \d+ tokens/i.test(error.message)) throw QUERY_TOO_LONG({ limit: LIMITS.tokens });
    throw faultsOf([error], undefined, correlationId);
  }
}

function operationOf(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const named = name === undefined ? operations : operations.filter((one) => one.name?.value === name);
  const [operation] = named;
  if (!operation || named.length > 1) throw INVALID_QUERY({ detail: 'operationName' }, 'operationName');
  return operation;
}
