import { AssessmentRecorded, AssessmentVoided, AutonomyLevel, DigitalProfile } from '#events';
import { type Delta, Kind, LISTS, numberOf, reversed, themeBits } from '../projection/delta.js';
import { Project } from '../projection/project.js';

type Told = AssessmentRecorded['data']['after'];
type Found = NonNullable<Told['found']>;

/**
 * How people's skills changed from entry to exit, and to six months later. Each event tells what it is compared with, so that nothing
 * has to be joined, and whom it tells of is in none of it.
 */
export class AssessmentsProjection {
  @Project(AssessmentRecorded)
  recorded({ data: { occurredOn, after } }: AssessmentRecorded): Delta[] {
    return deltasOf(occurredOn, after);
  }

  @Project(AssessmentVoided)
  voided({ data: { occurredOn, before } }: AssessmentVoided): Delta[] {
    return deltasOf(occurredOn, before).map(reversed);
  }
}

function deltasOf(occurredOn: string, { moment, found, entry }: Told): Delta[] {
  const one = { occurredOn, units: 1 };
  const profile = found ? { a1: numberOf(LISTS.profile, found.profile) } : {};
  if (moment === 'ENTRY') return found ? [{ ...one, ...profile, kind: Kind.ASSESSED_AT_ENTRY }] : [];
  const asked = moment === 'SIX_MONTHS' ? [{ ...one, kind: Kind.ASKED_AT_SIX_MONTHS }] : [];
  if (!found || !entry) return asked;
  const kinds =
    moment === 'EXIT'
      ? ([Kind.COMPARED_AT_EXIT, Kind.PROFILE_RAISED_AT_EXIT, Kind.AUTONOMY_RAISED_AT_EXIT] as const)
      : ([Kind.COMPARED_AT_SIX_MONTHS, Kind.PROFILE_RAISED_AT_SIX_MONTHS, Kind.AUTONOMY_RAISED_AT_SIX_MONTHS] as const);
  const change = { a1: numberOf(LISTS.profile, entry.profile), a2: numberOf(LISTS.profile, found.profile) };
  const both = themesOf(entry, found, () => true);
  const raised = themesOf(entry, found, (from, to) => AUTONOMY.indexOf(to) > AUTONOMY.indexOf(from));
  return [
    ...asked,
    { ...one, kind: kinds[0], ...change, themes: themeBits(both) },
    ...(PROFILES.indexOf(found.profile) > PROFILES.indexOf(entry.profile)
      ? [{ ...one, kind: kinds[1], ...change }]
      : []),
    ...(raised.length > 0 ? [{ ...one, kind: kinds[2], themes: themeBits(raised) }] : []),
  ];
}

/** Themes measured both times, of which this holds. */
function themesOf(entry: Found, found: Found, holds: (from: AutonomyLevel, to: AutonomyLevel) => boolean): string[] {
  const before = new Map(entry.themes.map(({ theme, autonomy }) => [theme, autonomy]));
  return found.themes.flatMap(({ theme, autonomy }) => {
    const from = before.get(theme);
    return from !== undefined && holds(from, autonomy) ? [theme] : [];
  });
}

const AUTONOMY = AutonomyLevel.options;
const PROFILES = DigitalProfile.options;
