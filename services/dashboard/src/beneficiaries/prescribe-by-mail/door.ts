import type { RefusalShown } from '../../ui/refusal.js';

/** What a link is for: a form to fill, or how far what was written by it is. */
export type LinkShown =
  | { readonly kind: 'WRITE'; readonly branches: readonly { readonly branch: string; readonly city: string }[] }
  | {
      readonly kind: 'FOLLOW';
      readonly initials: string;
      readonly city: string | null;
      readonly receivedOn: string;
      readonly needs: readonly string[];
      readonly consentUntil: string;
      readonly state: 'PENDING' | 'ACCEPTED' | 'REJECTED' | 'IN_PROGRESS' | 'DONE' | 'EXPIRED';
      readonly reason: string | null;
      readonly otherPlace: string | null;
      readonly steps: readonly { readonly milestone: 'ANSWERED' | 'FIRST_SEEN' | 'DONE'; readonly day: string }[];
    };

/** What came back: what was asked for, or why not. */
export type Answer<Said> =
  | { readonly kind: 'said'; readonly said: Said }
  | { readonly kind: 'refused'; readonly refusals: readonly RefusalShown[] }
  | { readonly kind: 'unreachable' };

type Asked =
  | { readonly do: 'ask'; readonly email: string }
  | { readonly do: 'show'; readonly token: string }
  | { readonly do: 'write'; readonly token: string; readonly form: object };

interface Came {
  readonly errors?: readonly { readonly extensions?: Partial<RefusalShown> }[];
}

/** Asks at the door of prescribers without an account. Never throws. */
export async function askAtDoor<Said>(asked: Asked): Promise<Answer<Said>> {
  try {
    const answer = await fetch('/orient', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(asked),
    });
    const came = (await answer.json()) as Came;
    const refusals = (came.errors ?? []).flatMap(({ extensions: { code, kind = '', field, fr, en } = {} }) =>
      code && fr && en ? [{ code, kind, field, fr, en }] : [],
    );
    if (refusals.length > 0 && answer.status < 500) return { kind: 'refused', refusals };
    return answer.ok ? { kind: 'said', said: came as Said } : { kind: 'unreachable' };
  } catch {
    return { kind: 'unreachable' };
  }
}
