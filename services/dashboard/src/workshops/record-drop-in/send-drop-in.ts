import type { AnswerError, GraphqlClient } from '../../app/graphql.js';
import type { Tokens } from '../../app/tokens.js';
import { RECORD, REFUSE } from './drop-ins-query.js';
import type { SendDropIn } from './pending-drop-ins.js';

const NO_ANSWER_AFTER_MS = 30_000;

/** Sends one drop-in, or that somebody could not be received, to the gateway, if whoever entered it is the one who is signed in. */
export function sendDropInOf(client: Pick<GraphqlClient, 'ask'>, tokens: Pick<Tokens, 'users'>): SendDropIn {
  return async ({ key, subject, input, turnedAway }) => {
    if (!navigator.onLine) throw new Error('no connection');
    const user = await tokens.users.getUser();
    if (user?.profile.sub !== subject) throw new Error('somebody else is signed in');
    const signal = AbortSignal.timeout(NO_ANSWER_AFTER_MS);
    const how = { idempotencyKey: key, signal };
    const { branch, occurredAt } = input;
    const { act, errors } = turnedAway
      ? await client
          .ask(REFUSE, { input: { branch, occurredAt } }, how)
          .then((answer) => ({ act: answer.data?.refuseDropIn, errors: answer.errors }))
      : await client
          .ask(RECORD, { input: input as never }, how)
          .then((answer) => ({ act: answer.data?.recordDropIn, errors: answer.errors }));
    if (errors.some(saysNothing)) throw new Error('no answer yet');
    if (errors.length > 0) return { refusals: errors };
    if (!act) throw new Error('no answer');
    return { saved: { id: act.id, at: act.occurredAt } };
  };
}

/** A service that is away or a session that ended says nothing about the drop-in: it waits. */
function saysNothing({ kind, service }: AnswerError): boolean {
  return kind === 'retry' || kind === 'unauthenticated' || service !== undefined;
}
