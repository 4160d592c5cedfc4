import type { AutonomyLevel, DigitalProfile, MediationTheme, WorkshopLevel } from '#events';
import type { Questionnaire } from './questionnaire.js';

/** How somebody does a thing. */
export const Mastery = { ALONE: 'ALONE', WITH_HELP: 'WITH_HELP', NOT_YET: 'NOT_YET' } as const;
export type Mastery = (typeof Mastery)[keyof typeof Mastery];

/** A question and its answer. */
export interface Answer {
  readonly question: string;
  readonly mastery: Mastery;
}

/** What a line of the explanation says: points of a theme, of the whole, or what holds a profile back. */
export const JudgementRule = {
  THEME: 'THEME',
  TOTAL: 'TOTAL',
  HELD_BY_BASICS: 'HELD_BY_BASICS',
  HELD_BY_SAFETY: 'HELD_BY_SAFETY',
} as const;
export type JudgementRule = (typeof JudgementRule)[keyof typeof JudgementRule];

/** One line of the reckoning, in its order. */
export interface JudgementLine {
  readonly rule: JudgementRule;
  readonly theme: MediationTheme | null;
  readonly points: number;
  readonly outOf: number;
  readonly autonomy: AutonomyLevel | null;
  /** The profile once this line is reckoned in; null for a theme. */
  readonly profile: DigitalProfile | null;
}

/** What the answers amount to, and how. */
export interface Judgement {
  readonly profile: DigitalProfile;
  readonly level: WorkshopLevel;
  readonly lines: readonly JudgementLine[];
}

const POINTS: Readonly<Record<Mastery, number>> = { ALONE: 2, WITH_HELP: 1, NOT_YET: 0 };
const PROFILES = ['EXCLUDED', 'BEGINNER_INTERMEDIATE', 'ADVANCED', 'AUTONOMOUS'] as const;
/** Hundredths of all points from which a profile, or an autonomy, begins. */
const PROFILE_FROM = { AUTONOMOUS: 85, ADVANCED: 60, BEGINNER_INTERMEDIATE: 25 } as const;
const AUTONOMY_FROM = { AUTONOMOUS: 75, PARTLY_AUTONOMOUS: 35 } as const;

/**
 * Two points for what is done alone, one for what is done with help. Their share gives the autonomy in each theme and the profile;
 * whoever cannot use a device is a beginner at most, and nobody is autonomous who is not so in matters of safety.
 */
export function judge({ questions }: Questionnaire, answers: readonly Answer[]): Judgement {
  const given = new Map(answers.map(({ question, mastery }) => [question, POINTS[mastery]]));
  const themes = [...new Set(questions.map(({ theme }) => theme))].map((theme): JudgementLine => {
    const asked = questions.filter((question) => question.theme === theme);
    const points = asked.reduce((sum, { code }) => sum + (given.get(code) ?? 0), 0);
    const outOf = asked.length * POINTS.ALONE;
    return { rule: 'THEME', theme, points, outOf, autonomy: autonomyOf(points, outOf), profile: null };
  });
  const points = themes.reduce((sum, line) => sum + line.points, 0);
  const outOf = themes.reduce((sum, line) => sum + line.outOf, 0);
  const lines: JudgementLine[] = [
    ...themes,
    { rule: 'TOTAL', theme: null, points, outOf, autonomy: null, profile: profileOf(points, outOf) },
  ];
  const autonomyIn = (theme: MediationTheme) => themes.find((line) => line.theme === theme)?.autonomy;
  const hold = (rule: JudgementRule, theme: MediationTheme, most: DigitalProfile) => {
    const before = profileAfter(lines);
    const line = themes.find((one) => one.theme === theme);
    if (line && rank(before) > rank(most)) lines.push({ ...line, rule, profile: most });
  };
  if (autonomyIn('DEVICE_BASICS') === 'FULLY_ASSISTED')
    hold('HELD_BY_BASICS', 'DEVICE_BASICS', 'BEGINNER_INTERMEDIATE');
  if (autonomyIn('DIGITAL_SAFETY') !== 'AUTONOMOUS') hold('HELD_BY_SAFETY', 'DIGITAL_SAFETY', 'ADVANCED');
  const profile = profileAfter(lines);
  return { profile, level: LEVEL[profile], lines };
}

/** The workshops that suit a profile. */
const LEVEL: Readonly<Record<DigitalProfile, WorkshopLevel>> = {
  EXCLUDED: 'BEGINNER',
  BEGINNER_INTERMEDIATE: 'BEGINNER',
  ADVANCED: 'INTERMEDIATE',
  AUTONOMOUS: 'ADVANCED',
};

const rank = (profile: DigitalProfile) => PROFILES.indexOf(profile);
const profileAfter = (lines: readonly JudgementLine[]) => lines.at(-1)?.profile ?? 'EXCLUDED';

function profileOf(points: number, outOf: number): DigitalProfile {
  for (const profile of ['AUTONOMOUS', 'ADVANCED', 'BEGINNER_INTERMEDIATE'] as const)
    if (points * 100 >= PROFILE_FROM[profile] * outOf) return profile;
  return 'EXCLUDED';
}

function autonomyOf(points: number, outOf: number): AutonomyLevel {
  for (const autonomy of ['AUTONOMOUS', 'PARTLY_AUTONOMOUS'] as const)
    if (points * 100 >= AUTONOMY_FROM[autonomy] * outOf) return autonomy;
  return 'FULLY_ASSISTED';
}
