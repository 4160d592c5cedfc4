import type { AgeBand, Gender, PersonClasses, SocialStatus } from '#events';
import { yearOf } from '#runtime';
import { ageBandIn } from './age-band.js';

/** What a person states of themselves from a day on. */
export interface StatedSituation {
  holdsFrom: string;
  gender: Gender;
  socialStatus: SocialStatus;
  communeCode: string | null;
}

/** What is known of a person's age: the year, or a band that then stays as it was stated. */
export interface KnownAge {
  birthYear: number | null;
  statedAgeBand: AgeBand | null;
}

/** Classes from a day on, until the next entry. */
export interface HistoryEntry {
  holdsFrom: string;
  classes: PersonClasses;
}

/** New values; a field left out stays as it is. */
export type SituationChange = Partial<Omit<StatedSituation, 'holdsFrom'>>;

const FIELDS = ['gender', 'socialStatus', 'communeCode'] as const;

/**
 * The person's classes over time, oldest first: an entry where the stated situation changes and on each 1 January up to
 * `throughYear` that brings another age band.
 */
export function classHistory(
  situations: readonly StatedSituation[],
  age: KnownAge,
  throughYear: number,
): HistoryEntry[] {
  const [first] = situations;
  if (!first) throw new Error('A person has at least the situation of their enrolment');
  const days = new Set(situations.map((situation) => situation.holdsFrom));
  if (age.birthYear !== null)
    for (let year = yearOf(first.holdsFrom) + 1; year <= throughYear; year += 1)
      if (ageBandIn(year, age.birthYear) !== ageBandIn(year - 1, age.birthYear)) days.add(`${year}-01-01`);
  return [...days].sort().map((day) => ({ holdsFrom: day, classes: classesOf(inForce(situations, day), age, day) }));
}

/** The entry that holds on a day; the oldest holds for all earlier days too. */
export function inForce<E extends { holdsFrom: string }>(entries: readonly E[], day: string): E {
  const entry = entries.findLast(({ holdsFrom }) => holdsFrom <= day) ?? entries[0];
  if (!entry) throw new Error('A history is never empty');
  return entry;
}

/** Entries of `after` that say something else than `before` said of that day, each with what was said. */
export function changedEntries(
  before: readonly HistoryEntry[],
  after: readonly HistoryEntry[],
): { holdsFrom: string; before: PersonClasses; after: PersonClasses }[] {
  return after
    .map(({ holdsFrom, classes }) => ({ holdsFrom, before: inForce(before, holdsFrom).classes, after: classes }))
    .filter((entry) => !sameClasses(entry.before, entry.after));
}

/**
 * The situations once the person's situation changes on a day. Later situations follow in what they only repeated, and
 * keep what they themselves changed.
 */
export function changedFrom(situations: readonly StatedSituation[], day: string, change: SituationChange) {
  const old = inForce(situations, day);
  const earlier = situations.filter(({ holdsFrom }) => holdsFrom < day);
  const later = situations.filter(({ holdsFrom }) => holdsFrom > day);
  return [...earlier, { ...old, ...stated(change), holdsFrom: day }, ...followed(later, old, change)];
}

/** The situations once a mistake is mended: every neighbour of `day`'s situation that holds the wrong value is mended too. */
export function mended(situations: readonly StatedSituation[], day: string, change: SituationChange) {
  const wrong = inForce(situations, day);
  const at = situations.indexOf(wrong);
  const earlier = followed(situations.slice(0, at).reverse(), wrong, change).reverse();
  return [...earlier, { ...wrong, ...stated(change) }, ...followed(situations.slice(at + 1), wrong, change)];
}

/** Carries each changed field along the row of situations as long as they hold the old value. */
function followed(row: readonly StatedSituation[], old: StatedSituation, change: SituationChange): StatedSituation[] {
  const open = new Set(FIELDS.filter((field) => change[field] !== undefined));
  return row.map((situation) => {
    for (const field of open) if (situation[field] !== old[field]) open.delete(field);
    return { ...situation, ...Object.fromEntries([...open].map((field) => [field, change[field]])) };
  });
}

function stated(change: SituationChange): SituationChange {
  return Object.fromEntries(FIELDS.filter((field) => change[field] !== undefined).map((f) => [f, change[f]]));
}

function classesOf(situation: StatedSituation, age: KnownAge, day: string): PersonClasses {
  return {
    gender: situation.gender,
    ageBand: age.birthYear === null ? (age.statedAgeBand ?? 'NOT_STATED') : ageBandIn(yearOf(day), age.birthYear),
    socialStatus: situation.socialStatus,
    communeCode: situation.communeCode,
  };
}

function sameClasses(a: PersonClasses, b: PersonClasses): boolean {
  return a.ageBand === b.ageBand && FIELDS.every((field) => a[field] === b[field]);
}
