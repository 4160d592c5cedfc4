import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Refusal } from './refusal.js';
import { INVALID_QUERY } from './shared.refusals.js';

/** Hears of every error that is no refusal, with the id that was shown to the caller. */
export type BugListener = (error: unknown, correlationId: string, path: string) => void;

/** The refusal that an error of another making amounts to, if any: what a library threw and a caller can do something about. */
export type RefusalOf = (error: unknown) => Refusal | undefined;

/** What a client finds in `errors[].extensions`, whatever went wrong. */
export interface ErrorExtensions {
  /** Stable, UPPER_SNAKE. */
  readonly code: string;
  readonly kind: string;
  /** Input path at fault, when there is one. */
  readonly field?: string;
  /** French sentence for the reader. */
  readonly fr: string;
  /** English sentence for the reader. */
  readonly en: string;
  /** Names the log line of a bug. */
  readonly correlationId?: string;
  /** What else was refused of the same input, when several fields are at fault. */
  readonly beside?: readonly ErrorExtensions[];
}

const CLIENT_MISTAKES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
]);

/**
 * The one place where an error becomes a GraphQL error. A Refusal keeps its code, field and both sentences; a mistake in
 * the query becomes `INVALID_QUERY`; what `refusalOf` knows becomes that; anything else is a bug: reported to `onBug` and
 * shown as `INTERNAL` with an id.
 */
export function formatGraphQLError(onBug: BugListener, newId: () => string, refusalOf: RefusalOf = () => undefined) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const refusal = refusalIn(error, refusalOf);
    if (refusal) return withExtensions(formatted, refusal.code, extensionsOf(refusal));
    const code = formatted.extensions?.['code'];
    if (typeof code === 'string' && CLIENT_MISTAKES.has(code)) {
      const invalid = INVALID_QUERY({ detail: formatted.message }, fieldOf(formatted.message));
      return withExtensions(formatted, formatted.message, extensionsOf(invalid));
    }
    const correlationId = newId();
    onBug(error, correlationId, (formatted.path ?? []).join('.'));
    return withExtensions(formatted, 'INTERNAL', {
      code: 'INTERNAL',
      kind: 'bug',
      fr: `Quelque chose n’a pas fonctionné. Référence : ${correlationId}`,
      en: `Something went wrong. Reference: ${correlationId}`,
      correlationId,
    });
  };
}

/** The refusal inside a GraphQL error, however deep it was wrapped. */
export function refusalIn(error: unknown, refusalOf: RefusalOf = () => undefined): Refusal | undefined {
  let current: unknown = error;
  for (let depth = 0; depth < 5 && current != null; depth++) {
    if (current instanceof Refusal) return current;
    const known = refusalOf(current);
    if (known) return known;
    if (current instanceof GraphQLError) current = current.originalError;
    else if (current instanceof Error) current = current.cause;
    else return undefined;
  }
  return undefined;
}

/** A refusal as `errors[].extensions`. */
export function extensionsOf(refusal: Refusal): ErrorExtensions {
  return {
    code: refusal.code,
    kind: refusal.kind,
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    fr: refusal.fr,
    en: refusal.en,
    ...(refusal.beside.length === 0 ? {} : { beside: refusal.beside.map(extensionsOf) }),
  };
}

function withExtensions(
  formatted: GraphQLFormattedError,
  message: string,
  extensions: ErrorExtensions,
): GraphQLFormattedError {
  return {
    message,
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: { ...extensions },
  };
}

/** graphql-js names a wrong variable as `"$input" … at "input.seats"`. */
function fieldOf(message: string): string | undefined {
  return /at "([^"]+)"/.exec(message)?.[1] ?? /"\$(\w+)"/.exec(message)?.[1];
}
