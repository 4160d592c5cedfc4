import type { GraphqlClient } from '../../app/graphql.js';
import { askPending } from '../../app/pending/ask-pending.js';
import type { SendPending } from '../../app/pending/pending-queue.js';
import type { Tokens } from '../../app/tokens.js';
import { RECORD, REFUSE } from './drop-ins-query.js';
import type { PendingDropIn, SavedDropIn } from './pending-drop-ins.js';

/** Sends one drop-in, or that somebody could not be received, to the gateway. */
export function sendDropInOf(
  client: Pick<GraphqlClient, 'ask'>,
  tokens: Pick<Tokens, 'users'>,
): SendPending<PendingDropIn, SavedDropIn> {
  const through = { client, tokens };
  return (row) => {
    const { key, input, turnedAway } = row;
    const { branch, occurredAt } = input;
    if (turnedAway)
      return askPending(through, row, REFUSE, { input: { branch, occurredAt } }, key, ({ refuseDropIn }) =>
        savedOf(refuseDropIn),
      );
    return askPending(through, row, RECORD, { input: input as never }, key, ({ recordDropIn }) =>
      savedOf(recordDropIn),
    );
  };
}

function savedOf(act: { id: string; occurredAt: string } | null | undefined): SavedDropIn | undefined {
  return act ? { id: act.id, at: act.occurredAt } : undefined;
}
