import {
  AdministrativeTheme,
  AgeBand,
  DigitalProfile,
  type DomainEvent,
  EquipmentType,
  ExitReason,
  Gender,
  Grade,
  MediationTheme,
  type PersonClasses,
  RedirectionResult,
  RedirectionTarget,
  SocialStatus,
  Solution,
  SupportOutcome,
} from '#events';

/** What a delta counts. The numbers are stored: they are never re-used. */
export const Kind = {
  /** An event that counts nothing: proves that it was seen. */
  MARKER: 0,
  ACT: 1,
  PERSON_ENROLLED: 2,
  SESSION_HELD: 3,
  SEAT_OFFERED: 4,
  DEVICE_RECEIVED: 5,
  SALE_LINE: 6,
  /** Time that helpers gave. */
  HOURS: 7,
  DEVICE_READY: 8,
  ATTENDANCE_EXPECTED: 9,
  ATTENDANCE_SEEN: 10,
  DROP_IN_REFUSED: 11,
  PAYMENT: 12,
  MARKET_VALUE: 13,
  /** Two people who are one; taken back when they are two after all. */
  SAME_PERSON: 20,
  PRESCRIPTION_RECEIVED: 21,
  PRESCRIPTION_ACCEPTED: 22,
  PRESCRIPTION_IN_TIME: 23,
  SEAT_FILLED: 31,
  ATTENDANCE_NO_SHOW: 32,
  ON_COURSE: 33,
  COURSE_COMPLETED: 34,
  /** Somebody's first session in a branch. */
  FIRST_SESSION: 35,
  /** Days from first asking to that. */
  DAYS_TO_FIRST_SESSION: 36,
  RESOURCE_USED: 37,
  ASSESSED_AT_ENTRY: 41,
  COMPARED_AT_EXIT: 42,
  PROFILE_RAISED_AT_EXIT: 43,
  AUTONOMY_RAISED_AT_EXIT: 44,
  ASKED_AT_SIX_MONTHS: 45,
  COMPARED_AT_SIX_MONTHS: 46,
  PROFILE_RAISED_AT_SIX_MONTHS: 47,
  AUTONOMY_RAISED_AT_SIX_MONTHS: 48,
  SUPPORT_OPENED: 51,
  SUPPORT_ENDED: 52,
  SUPPORT_OUTCOME: 53,
  SUPPORT_WITH_OUTCOME: 54,
  REDIRECTION: 55,
  REDIRECTION_FOLLOWED: 56,
  REDIRECTION_HELPED: 57,
  GRAMS_COLLECTED: 61,
  GRAMS_WASTED: 62,
  DEVICE_WASTED: 63,
  /** An estimate, by the kind of device. */
  GRAMS_REUSED: 64,
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/** One signed contribution to the figures, with all its classes. */
export interface Delta {
  readonly kind: Kind;
  /** The day it counts for, as its owner reckoned it. */
  readonly occurredOn: string;
  /** The branch it counts for, where that is not the one whose event it is. */
  readonly branch?: string;
  readonly units: number;
  readonly minutes?: number;
  readonly cents?: number;
  readonly themes?: bigint;
  readonly personId?: string | null;
  /** Who is the same person. */
  readonly samePersonId?: string;
  readonly placeId?: string | null;
  readonly communeCode?: string | null;
  readonly solution?: number;
  readonly gender?: number;
  readonly ageBand?: number;
  readonly status?: number;
  readonly a1?: number;
  readonly a2?: number;
}

/** The delta that takes another one back. */
export function reversed(delta: Delta): Delta {
  return { ...delta, units: -delta.units, minutes: -(delta.minutes ?? 0), cents: -(delta.cents ?? 0) };
}

/** From one statement of a fact to another: the old contribution undone, the new one made. */
export function moved(before: readonly Delta[], after: readonly Delta[]): Delta[] {
  return [...before.map(reversed), ...after];
}

/** A delta as it is stored: with its event, its place among the event's deltas and the branch it counts for. */
export interface StoredDelta extends Delta {
  readonly eventId: string;
  readonly n: number;
  readonly branch: string;
  readonly recordedAt: Date;
  /** The aggregate its event speaks of: an act, a sale, a session, a device, a person's random id. */
  readonly subject: string;
  readonly eventType: string;
}

/** Members of a dimension are numbered from 1 in the order of their value list, which is never changed. */
const numbers = (options: readonly string[]) => new Map(options.map((value, index) => [value, index + 1]));

/** The numbered value lists of the dimensions. */
export const LISTS = {
  solution: numbers(Solution.options),
  gender: numbers(Gender.options),
  ageBand: numbers(AgeBand.options),
  status: numbers(SocialStatus.options),
  type: numbers(EquipmentType.options),
  grade: numbers(Grade.options),
  profile: numbers(DigitalProfile.options),
  exit: numbers(ExitReason.options),
  outcome: numbers(SupportOutcome.options),
  target: numbers(RedirectionTarget.options),
  result: numbers(RedirectionResult.options),
} as const;

/** A value's number in its list. */
export function numberOf(list: ReadonlyMap<string, number>, value: string): number {
  const found = list.get(value);
  if (found === undefined) throw new Error(`no number for ${value}`);
  return found;
}

/** Bit of an administrative theme: behind room for 32 themes. */
export const ADMINISTRATIVE_BASE = 32;

/** Themes and administrative themes as one bit set. */
export function themeBits(themes: readonly string[], administrative: readonly string[] = []): bigint {
  let bits = 0n;
  for (const theme of themes) bits |= 1n << BigInt(MediationTheme.options.indexOf(theme as never));
  for (const theme of administrative)
    bits |= 1n << BigInt(ADMINISTRATIVE_BASE + AdministrativeTheme.options.indexOf(theme as never));
  return bits;
}

/** Places of the set bits among the themes (`base` 0) or the administrative themes (`base` 32), numbered from 1. */
export function bitsOf(bits: bigint, base: 0 | typeof ADMINISTRATIVE_BASE): number[] {
  const places: number[] = [];
  const of = Number(BigInt.asUintN(ADMINISTRATIVE_BASE, bits >> BigInt(base)));
  for (let rest = of, place = 1; rest !== 0; rest >>>= 1, place += 1) if (rest & 1) places.push(place);
  return places;
}

/** A person's classes as delta columns. */
export function classesOf(classes: PersonClasses): Pick<Delta, 'gender' | 'ageBand' | 'status' | 'communeCode'> {
  return {
    gender: numberOf(LISTS.gender, classes.gender),
    ageBand: numberOf(LISTS.ageBand, classes.ageBand),
    status: numberOf(LISTS.status, classes.socialStatus),
    communeCode: classes.communeCode,
  };
}

/** A projection: pure, one function per event type. */
export type ProjectionFunction = (event: DomainEvent<never>) => Delta[];
