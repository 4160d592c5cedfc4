import { type ExecutionResult, execute, type GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import type { Logger } from 'pino';
import type { TokenClaims } from '#access';
import { INVALID_QUERY } from '#errors';
import { bugEntry, refusedEntry } from '../answer.js';
import { serviceUnavailable } from '../gateway.refusals.js';
import type { Call } from '../upstream/call.js';
import { type Budget, Budgets } from './budgets.js';
import type { KnownDocuments } from './known-documents.js';
import { costOf } from './query-cost.js';
import type { QueryReader, ReadQuery } from './read-query.js';
import { settleAnswer } from './settle-answer.js';
import type { Supergraph } from './supergraph.js';

/** What the caller gets: data, errors, or some of both. */
export interface QueryAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** What keeps one caller's queries from being everybody's trouble. */
export interface QueryRules {
  readonly budget: Budget;
  /** What may be asked by whoever may not query freely; undefined where everybody may. */
  readonly known: KnownDocuments | undefined;
}

/** Answers one query: read, weighed, checked, planned, fetched, and its errors told in the project's own form. */
export class AnswerQuery {
  private readonly budgets: Budgets;

  constructor(
    private readonly supergraph: Supergraph,
    private readonly reader: QueryReader,
    private readonly rules: QueryRules,
    private readonly log: Logger,
  ) {
    this.budgets = new Budgets(rules.budget);
  }

  /** Throws a refusal or `QueryFaults` for a query that is not executed at all. */
  async execute(body: string, call: Call, { sub, role }: TokenClaims): Promise<QueryAnswer> {
    const query = this.reader.read(body, call.correlationId, (text) => this.rules.known?.refuseUnknown(text, role));
    const { document, operation, variables } = query;
    const cost = costOf(this.supergraph.schema, document, operation, variables, this.rules.budget.query);
    await this.budgets.spend(sub, cost, call.headersBack);
    const result = asksAboutSchema(query)
      ? await execute({
          schema: this.supergraph.schema,
          document: query.document,
          operationName: query.operationName ?? null,
          variableValues: query.variables,
        })
      : await this.supergraph.execute(query.document, query.operationName, query.variables, call);
    return this.told(result, query, call);
  }

  private told(result: ExecutionResult, query: ReadQuery, call: Call): QueryAnswer {
    const errors = result.errors ?? [];
    // Everything was left out by @skip: no data to speak of, and nothing wrong.
    if (errors.length === 0) return { data: result.data ?? {} };
    const silent = new Set(errors.map(silentService).filter((service) => service !== undefined));
    const { schema, owners } = this.supergraph;
    const { data, missing } = settleAnswer({ schema, owners, ...query, silent, data: result.data });
    const placed = new Set(missing.map(({ service }) => service));
    return {
      data,
      errors: [
        ...missing.map(({ service, path }) => ({ ...silentEntry(service, call), path })),
        ...errors.flatMap((error) => {
          const service = silentService(error);
          if (service === undefined) return [this.entry(error, call)];
          return placed.has(service) ? [] : [withPath(silentEntry(service, call), error)];
        }),
      ],
    };
  }

  /** A service's own refusal goes through as it is; anything without both sentences is nobody's to read but ours. */
  private entry(error: GraphQLError, call: Call): GraphQLFormattedError {
    const { code, kind, fr, en } = error.extensions;
    if ([code, kind, fr, en].every((part) => typeof part === 'string')) {
      const { stacktrace: _stack, exception: _exception, ...told } = error.extensions;
      return withPath({ message: String(code), extensions: { correlationId: call.correlationId, ...told } }, error);
    }
    this.log.error(
      {
        correlationId: call.correlationId,
        path: error.path?.join('.'),
        error: error.originalError?.stack ?? error.message,
      },
      'bug',
    );
    return withPath(bugEntry(call.correlationId), error);
  }
}

function silentEntry(service: string, call: Call): GraphQLFormattedError {
  const entry = refusedEntry(serviceUnavailable(service), call.correlationId);
  return { ...entry, extensions: { ...entry.extensions, service } };
}

function silentService(error: GraphQLError): string | undefined {
  const { code, service } = error.extensions;
  return code === 'SERVICE_UNAVAILABLE' && typeof service === 'string' ? service : undefined;
}

function withPath(entry: GraphQLFormattedError, error: GraphQLError): GraphQLFormattedError {
  return error.path ? { ...entry, path: error.path } : entry;
}

/** The schema answers for itself. A query that mixes both questions is refused: no service knows `__schema`. */
function asksAboutSchema({ document, operation }: ReadQuery): boolean {
  const names = new Set<string>();
  const collect = (set: typeof operation.selectionSet): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else {
        const name = selection.name.value;
        const fragment = document.definitions.find(
          (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name,
        );
        if (fragment?.kind === Kind.FRAGMENT_DEFINITION) collect(fragment.selectionSet);
      }
    }
  };
  collect(operation.selectionSet);
  const data = [...names].filter((name) => !name.startsWith('__'));
  if (data.length === 0) return true;
  if (names.has('__schema') || names.has('__type')) throw INVALID_QUERY({ detail: '__schema' }, '__schema');
  return false;
}
