import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Answer } from '../../app/graphql.js';
import type { PendingDropIn } from './pending-drop-ins.js';
import { sendDropInOf } from './send-drop-in.js';

const dropIn = { key: 'one', subject: 'helper', input: { minutes: 30 } } as unknown as PendingDropIn;
const there = { onLine: true };
const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
beforeAll(() => {
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: there });
});
afterAll(() => {
  if (before) Object.defineProperty(globalThis, 'navigator', before);
});

/** Sends it as whoever is signed in, to a gateway that gives this answer. */
function sending(signedIn: string | null, answer: Partial<Answer<unknown>>, what: PendingDropIn = dropIn) {
  const ask = jest.fn(async () => ({ data: null, errors: [], ...answer }));
  const users = { getUser: async () => (signedIn ? { profile: { sub: signedIn } } : null) };
  return { ask, done: sendDropInOf({ ask } as never, { users } as never)(what) };
}
const error = (kind: string, service?: string) => ({
  errors: [{ code: 'X', kind, fr: 'Non.', en: 'No.', path: [], service }],
});

it('sends it under its own key for whoever entered it', async () => {
  const { ask, done } = sending('helper', { data: { recordDropIn: { id: 'act', occurredAt: 'then' } } });
  expect(await done).toEqual({ saved: { id: 'act', at: 'then' } });
  expect(ask.mock.calls[0]).toMatchObject([{}, { input: { minutes: 30 } }, { idempotencyKey: 'one' }]);
});

it('tells of somebody who could not be received when that was and nothing else', async () => {
  const input = { branch: 'BX', occurredAt: 'then', themes: [], minutes: 0 };
  const turnedAway = { key: 'two', subject: 'helper', input, turnedAway: true } as unknown as PendingDropIn;
  const answer = { data: { refuseDropIn: { id: 'refused', occurredAt: 'then' } } };
  const { ask, done } = sending('helper', answer, turnedAway);
  expect(await done).toEqual({ saved: { id: 'refused', at: 'then' } });
  expect((ask.mock.calls as unknown[][])[0]?.[1]).toEqual({ input: { branch: 'BX', occurredAt: 'then' } });
  expect((ask.mock.calls as unknown[][])[0]?.[2]).toMatchObject({ idempotencyKey: 'two' });
});

it.each([['another member'], [null]])('asks nothing on behalf of %s', async (signedIn) => {
  const { ask, done } = sending(signedIn, {});
  await expect(done).rejects.toThrow();
  expect(ask).not.toHaveBeenCalled();
});

it('asks nothing without a network', async () => {
  there.onLine = false;
  const { ask, done } = sending('helper', {});
  await expect(done).rejects.toThrow();
  there.onLine = true;
  expect(ask).not.toHaveBeenCalled();
});

it.each([
  ['a service that is away', error('bug', 'workshops')],
  ['too many requests', error('retry')],
  ['a session that ended', error('unauthenticated')],
  ['an empty answer', {}],
])('lets it wait after %s', (_what, answer) => expect(sending('helper', answer).done).rejects.toThrow());

it.each([['invalid'], ['forbidden'], ['bug']])('takes an answer of kind %s for one about the drop-in', async (kind) => {
  expect(await sending('helper', error(kind)).done).toMatchObject({ refusals: [{ kind }] });
});
