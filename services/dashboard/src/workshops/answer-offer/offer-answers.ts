/** What is offered, as whoever holds a link may know it. */
export interface OfferShown {
  readonly title: string;
  readonly city: string | null;
  readonly zone: string;
  readonly offeredUntil: string;
  readonly sessions: readonly { readonly startsAt: string; readonly endsAt: string; readonly room: string | null }[];
}

/** What came back: an offer to show, an answer taken, a refusal in both languages, or nothing. */
export type Answer =
  | { readonly kind: 'shown'; readonly offer: OfferShown }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly fr: string; readonly en: string }
  | { readonly kind: 'unreachable' };

interface Said {
  readonly sessions?: unknown;
  readonly errors?: readonly { readonly extensions?: { readonly fr?: string; readonly en?: string } }[];
}

/** Shows or answers the offer of a link. Never throws. */
export async function ask(wanted: 'show' | 'accept' | 'decline', token: string): Promise<Answer> {
  try {
    const answer = await fetch('/offers', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ token, do: wanted }),
    });
    const said = (await answer.json()) as Said;
    const refused = said.errors?.[0]?.extensions;
    if (refused?.fr && refused.en && answer.status < 500) return { kind: 'refused', fr: refused.fr, en: refused.en };
    if (!answer.ok) return { kind: 'unreachable' };
    return Array.isArray(said.sessions) ? { kind: 'shown', offer: said as unknown as OfferShown } : { kind: 'done' };
  } catch {
    return { kind: 'unreachable' };
  }
}
