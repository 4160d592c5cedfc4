import { registerEnumType } from '@nestjs/graphql';
import type { AgeBand, BeneficiaryKind, Gender, OrientationSource, SocialStatus } from '#events';
import { yearOf } from '#runtime';
import { communeOf } from '../communes/communes.js';
import {
  ANONYMOUS_HAS_NO_IDENTITY,
  BIRTH_YEAR,
  BIRTH_YEAR_AND_BAND,
  COMMUNE_UNKNOWN,
  ENROLMENT_DAY,
  PRIVACY_NOTICE_REQUIRED,
} from './beneficiary.refusals.js';
import type { KnownAge, SituationChange } from './class-history.js';
import { type Identity, type IdentityInput, identityOf, NO_IDENTITY } from './identity.js';

/** What a person came for first. */
export const FirstNeed = {
  COURSE: 'COURSE',
  ADMINISTRATIVE_HELP: 'ADMINISTRATIVE_HELP',
  DEVICE: 'DEVICE',
  CONNECTION: 'CONNECTION',
} as const;
export type FirstNeed = (typeof FirstNeed)[keyof typeof FirstNeed];
registerEnumType(FirstNeed, { name: 'FirstNeed', description: 'What a person came for first.' });

/** When something is done; `today` is the day in the branch's zone. */
export interface Moment {
  readonly now: Date;
  readonly today: string;
}

/** What somebody writes to enrol a person. */
export interface EnrolmentInput extends IdentityInput {
  kind: BeneficiaryKind;
  birthYear?: number | null | undefined;
  ageBand?: AgeBand | null | undefined;
  gender: Gender;
  socialStatus: SocialStatus;
  communeCode?: string | null | undefined;
  orientationSource: OrientationSource;
  organisationId?: string | null | undefined;
  firstNeed?: FirstNeed | null | undefined;
  privacyNoticeReadOn?: string | null | undefined;
  occurredOn?: string | null | undefined;
}

/** What a correction mends; a field left out stays as it is. */
export interface Mending extends SituationChange {
  birthYear?: number | null | undefined;
  ageBand?: AgeBand | null | undefined;
  orientationSource?: OrientationSource | undefined;
  organisationId?: string | null | undefined;
  occurredOn?: string | undefined;
  /** A day on which the wrong situation held; today unless said. */
  asOf?: string | undefined;
}

/** The oldest anybody is taken to be, in years. */
const OLDEST = 120;

/** Refuses `BIRTH_YEAR_AND_BAND` for both at once, `BIRTH_YEAR` for a year nobody alive was born in. */
export function ageFrom(
  input: { birthYear?: number | null | undefined; ageBand?: AgeBand | null | undefined },
  today: string,
): KnownAge {
  const birthYear = input.birthYear ?? null;
  const statedAgeBand = input.ageBand ?? null;
  if (birthYear === null) return { birthYear, statedAgeBand: statedAgeBand === 'NOT_STATED' ? null : statedAgeBand };
  if (statedAgeBand !== null) throw BIRTH_YEAR_AND_BAND({}, 'input.ageBand');
  const bounds = { from: yearOf(today) - OLDEST, to: yearOf(today) };
  if (birthYear < bounds.from || birthYear > bounds.to) throw BIRTH_YEAR(bounds, 'input.birthYear');
  return { birthYear, statedAgeBand };
}

/** Refuses `COMMUNE_UNKNOWN` for a code that is no commune's. */
export function communeFrom(code: string | null | undefined): string | null {
  if (code == null || code === '') return null;
  if (!communeOf(code)) throw COMMUNE_UNKNOWN({}, 'input.communeCode');
  return code;
}

/** Refuses `ENROLMENT_DAY` for a day still to come, or of another century. */
export function enrolmentDay(day: string | null | undefined, today: string): string {
  if (day == null) return today;
  if (day > today || day < '2000-01-01') throw ENROLMENT_DAY({}, 'input.occurredOn');
  return day;
}

/** The identity this kind of person has. Refuses `ANONYMOUS_HAS_NO_IDENTITY`, and what `identityOf` refuses. */
export function identityFor(input: EnrolmentInput): Identity {
  if (input.kind === 'TRACKED') return identityOf(input);
  for (const field of ['givenName', 'familyName', 'phone', 'email', 'spokenLanguage'] as const)
    if ((input[field] ?? '').trim() !== '') throw ANONYMOUS_HAS_NO_IDENTITY({}, `input.${field}`);
  return NO_IDENTITY;
}

/** Refuses `PRIVACY_NOTICE_REQUIRED` when a tracked person was not told, or only will be. */
export function noticeDay(input: EnrolmentInput, today: string): string | null {
  if (input.kind === 'ANONYMOUS') return null;
  const day = input.privacyNoticeReadOn;
  if (day == null || day > today) throw PRIVACY_NOTICE_REQUIRED({}, 'input.privacyNoticeReadOn');
  return day;
}

/** A change with its commune looked up. Refuses `COMMUNE_UNKNOWN`. */
export function checked(change: SituationChange): SituationChange {
  return change.communeCode === undefined ? change : { ...change, communeCode: communeFrom(change.communeCode) };
}
