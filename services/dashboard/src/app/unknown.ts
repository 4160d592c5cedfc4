import type { AnswerError } from './graphql.js';

/** True when what the address names is not there, or is no name at all: a page says so, and does not call it a breakdown. */
export function namesNothing(errors: readonly AnswerError[]): boolean {
  return errors.some((error) => error.code === 'NOT_FOUND' || error.code === 'INVALID_QUERY');
}
