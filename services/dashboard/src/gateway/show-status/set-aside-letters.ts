import type { RefusalShown } from '../../ui/refusal.js';

/** One announcement that a service could not read, or that waits behind one. */
export interface Letter {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly key: string | null;
  readonly type: string | null;
  readonly reason: string;
  readonly detail: string;
  readonly payload: string | null;
  readonly trace: string | null;
  readonly setAsideAt: string;
}

/** A page of them, oldest first. */
export interface Letters {
  readonly items: readonly Letter[];
  readonly endCursor: string | null;
}

/** What became of another try: how many were applied, how many still wait. */
export interface Outcome {
  readonly replayed: number;
  readonly waiting: number;
}

/** Something the service refuses, with its sentences. */
export class OperationRefused extends Error {
  constructor(readonly refusals: readonly RefusalShown[]) {
    super('refused');
  }
}

/** Asks the gateway to hand this to a service. Throws `OperationRefused`, or an error when nothing came back. */
export async function operate<Answer>(token: string, body: Readonly<Record<string, unknown>>): Promise<Answer> {
  const answer = await fetch('/operations/dead-letters', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const said: unknown = await answer.json().catch(() => null);
  if (answer.ok) return said as Answer;
  throw new OperationRefused(refusalsIn(said));
}

function refusalsIn(said: unknown): RefusalShown[] {
  const errors = (said as { errors?: { extensions?: Partial<RefusalShown> }[] } | null)?.errors ?? [];
  return errors.flatMap(({ extensions }) =>
    extensions?.code && extensions.fr && extensions.en
      ? [{ kind: 'invalid', ...extensions, code: extensions.code, fr: extensions.fr, en: extensions.en }]
      : [],
  );
}
