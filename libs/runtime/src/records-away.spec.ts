import { expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { QueryFailedError } from 'typeorm';
import { formatGraphQLError } from '#errors';
import { recordsAway } from './records-away.js';

/** What a caller reads of an error that a resolver threw, and what the log heard. */
function told(thrown: Error): { code: unknown; kind: unknown; bugs: number; warnings: number } {
  let bugs = 0;
  let warnings = 0;
  const format = formatGraphQLError(
    () => (bugs += 1),
    () => 'an-id',
    recordsAway({ warn: () => (warnings += 1) }),
  );
  const wrapped = new GraphQLError(thrown.message, { originalError: thrown });
  const { extensions } = format(wrapped.toJSON(), wrapped);
  return { code: extensions?.['code'], kind: extensions?.['kind'], bugs, warnings };
}
const failed = (code: string) => new QueryFailedError('SELECT 1', [], Object.assign(new Error('no'), { code }));

it.each([
  ['a server that shuts down', failed('57P01')],
  ['a server that starts', failed('57P03')],
  ['a disk that is full', failed('53100')],
  ['a statement that took too long', failed('57014')],
  ['a connection refused', Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })],
  ['a connection that ended', new Error('Connection terminated unexpectedly')],
])('tells a caller to try again after %s, and keeps it in the log', (_, error) => {
  expect(told(error)).toEqual({ code: 'RECORDS_UNAVAILABLE', kind: 'retry', bugs: 0, warnings: 1 });
});

it.each([
  ['a broken statement', failed('42601')],
  ['a broken rule', failed('23505')],
  ['a mistake of ours', new TypeError('undefined is not a function')],
])('calls %s a bug', (_, error) => {
  expect(told(error)).toEqual({ code: 'INTERNAL', kind: 'bug', bugs: 1, warnings: 0 });
});
