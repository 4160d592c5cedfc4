import type { Answer, AnswerError, GraphqlClient } from '../graphql.js';
import type { Query } from '../query.js';
import type { Tokens } from '../tokens.js';
import type { Outcome, Pending } from './pending-queue.js';

const NO_ANSWER_AFTER_MS = 30_000;

/** Asks the gateway for something that waited, if whoever entered it is the one who is signed in; throws when nothing that says what became of it came back. */
export async function askPending<Data, Variables, S>(
  { client, tokens }: { readonly client: Pick<GraphqlClient, 'ask'>; readonly tokens: Pick<Tokens, 'users'> },
  { subject }: Pick<Pending, 'subject'>,
  document: Query<Data, Variables>,
  variables: Variables,
  idempotencyKey: string,
  savedOf: (data: Data) => S | null | undefined,
  speaks: (error: AnswerError) => boolean = speaksOfIt,
): Promise<Outcome<S>> {
  if (!navigator.onLine) throw new Error('no connection');
  const user = await tokens.users.getUser();
  if (user?.profile.sub !== subject) throw new Error('somebody else is signed in');
  const signal = AbortSignal.timeout(NO_ANSWER_AFTER_MS);
  const { data, errors }: Answer<Data> = await client.ask(document, variables, { idempotencyKey, signal });
  if (errors.some((error) => !speaks(error))) throw new Error('no answer yet');
  if (errors.length > 0) return { refusals: errors };
  const saved = data ? savedOf(data) : undefined;
  if (!saved) throw new Error('no answer');
  return { saved };
}

/** A service that is away or a session that ended says nothing about what was entered: it waits. */
export function speaksOfIt({ kind, service }: AnswerError): boolean {
  return kind !== 'retry' && kind !== 'unauthenticated' && service === undefined;
}
