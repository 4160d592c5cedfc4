import type { TimelineShown } from './timeline-query.js';

/** What an entry is about; each kind comes from one service. */
export const KINDS = ['RECORD', 'PRESCRIPTION', 'ASSESSMENT', 'SUPPORT', 'SESSION', 'DROP_IN', 'SALE'] as const;
export type EntryKind = (typeof KINDS)[number];

type Journey = NonNullable<TimelineShown['supportJourneys']>[number];
type Sent = NonNullable<TimelineShown['redirections']>[number];

/** What happened, by what tells it. */
export type Told =
  | { readonly kind: 'RECORD' }
  | { readonly kind: 'PRESCRIPTION'; readonly step: 'RECEIVED' | 'ANSWERED' | 'FIRST_SEEN' | 'DONE' }
  | { readonly kind: 'ASSESSMENT'; readonly one: NonNullable<TimelineShown['assessments']>[number] }
  | { readonly kind: 'SUPPORT'; readonly step: 'OPENED' }
  | { readonly kind: 'SUPPORT'; readonly step: 'ENDED'; readonly one: Journey }
  | { readonly kind: 'SUPPORT'; readonly step: 'SENT' | 'RESULT'; readonly one: Sent }
  | { readonly kind: 'DROP_IN'; readonly one: NonNullable<TimelineShown['supportActs']>[number] }
  | { readonly kind: 'SESSION'; readonly one: NonNullable<TimelineShown['enrolments']>[number] }
  | { readonly kind: 'SALE'; readonly one: NonNullable<NonNullable<TimelineShown['purchases']>['items']>[number] };

/** One thing that happened to a person. */
export interface Entry {
  readonly id: string;
  /** The day it is reckoned to, in the branch's zone. */
  readonly day: string;
  /** The instant, where it is known; else what opens a day stands before its hours, and what ends something after them. */
  readonly at: string | null;
  readonly ends: boolean;
  /** Taken back, or called off. */
  readonly off: boolean;
  readonly told: Told;
}

/**
 * Everything in the order in which it happened. A part that did not arrive is left out, and the page says which. What a session or a sale
 * counts as is not told beside the seat or the sale itself.
 */
export function entriesOf(person: TimelineShown, dayOf: (instant: string) => string): Entry[] {
  const plain = (id: string, day: string, told: Told, more: { ends?: boolean; off?: boolean } = {}): Entry => ({
    ...{ id, day, at: null, ends: more.ends ?? false, off: more.off ?? false, told },
  });
  const timed = (id: string, at: string, told: Told, off: boolean): Entry => ({
    ...{ id, day: dayOf(at), at, ends: false, off, told },
  });
  const entries = [
    plain(person.id, person.enrolledOn, { kind: 'RECORD' }, { off: person.voided }),
    ...(person.prescriptions ?? []).flatMap(({ id, receivedOn, steps }) => [
      plain(id, receivedOn, { kind: 'PRESCRIPTION', step: 'RECEIVED' }),
      ...steps.map(({ milestone, day }) =>
        plain(`${id} ${milestone}`, day, { kind: 'PRESCRIPTION', step: milestone }, { ends: milestone === 'DONE' }),
      ),
    ]),
    ...(person.assessments ?? []).map((one) =>
      plain(
        one.id,
        one.occurredOn,
        { kind: 'ASSESSMENT', one },
        { ends: one.moment !== 'ENTRY', off: one.voidedAt !== null },
      ),
    ),
    ...(person.supportJourneys ?? []).flatMap((one) => [
      plain(one.id, one.openedOn, { kind: 'SUPPORT', step: 'OPENED' }),
      ...(one.endedOn
        ? [plain(`${one.id} end`, one.endedOn, { kind: 'SUPPORT', step: 'ENDED', one }, { ends: true })]
        : []),
    ]),
    ...(person.redirections ?? []).flatMap((one) => {
      const off = one.voidedAt !== null;
      return [
        plain(one.id, one.sentOn, { kind: 'SUPPORT', step: 'SENT', one }, { ends: true, off }),
        ...(one.resultOn
          ? [plain(`${one.id} result`, one.resultOn, { kind: 'SUPPORT', step: 'RESULT', one }, { ends: true, off })]
          : []),
      ];
    }),
    ...(person.supportActs ?? [])
      .filter(({ solution }) => solution === 'DROP_IN')
      .map((one) => timed(one.id, one.occurredAt, { kind: 'DROP_IN', one }, one.voided)),
    ...(person.enrolments ?? []).flatMap((one) =>
      one.session ? [timed(one.id, one.session.startsAt, { kind: 'SESSION', one }, one.state === 'CANCELLED')] : [],
    ),
    ...(person.purchases?.items ?? []).map((one) =>
      timed(one.id, one.occurredAt, { kind: 'SALE', one }, one.state === 'VOIDED'),
    ),
  ];
  return entries.sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
}

/** Day, then what opens it, its hours, and what ends something. A request comes before the record it led to. */
function keyOf({ day, at, ends, told, id }: Entry): string {
  if (at !== null) return `${day} 3 ${at} ${id}`;
  if (ends) return `${day} 4 ${told.kind === 'ASSESSMENT' ? 1 : 2} ${id}`;
  const first = told.kind === 'PRESCRIPTION' && told.step === 'RECEIVED' ? 0 : told.kind === 'ASSESSMENT' ? 2 : 1;
  return `${day} ${first} ${told.kind === 'RECORD' ? 0 : 1} ${id}`;
}
