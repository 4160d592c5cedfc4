import type { GraphQLFormattedError } from 'graphql';
import { extensionsOf, type Refusal, type RefusalKind } from '#errors';

const STATUS_BY_KIND: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  'not-found': 404,
  conflict: 409,
  forbidden: 403,
  unauthenticated: 401,
  retry: 503,
};

const STATUS_BY_CODE: Readonly<Record<string, number>> = {
  BODY_TOO_LARGE: 413,
  FILE_TOO_LARGE: 413,
  WRONG_CONTENT_TYPE: 415,
  WRONG_METHOD: 405,
  TOO_MANY_AT_ONCE: 429,
  BUDGET_SPENT: 429,
};

/** The HTTP status of a refusal that concerns the whole request. */
export function statusOf(refusal: Refusal): number {
  return STATUS_BY_CODE[refusal.code] ?? STATUS_BY_KIND[refusal.kind];
}

/** A refusal as an entry of `errors`. */
export function refusedEntry(refusal: Refusal, correlationId: string): GraphQLFormattedError {
  return { message: refusal.code, extensions: { ...extensionsOf(refusal), correlationId } };
}

/** A bug as an entry of `errors`: the id finds it in the log, nothing else is told. */
export function bugEntry(correlationId: string): GraphQLFormattedError {
  return {
    message: 'INTERNAL',
    extensions: {
      code: 'INTERNAL',
      kind: 'bug',
      fr: `Quelque chose n’a pas fonctionné. Référence : ${correlationId}`,
      en: `Something went wrong. Reference: ${correlationId}`,
      correlationId,
    },
  };
}
