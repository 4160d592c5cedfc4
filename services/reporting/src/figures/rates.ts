import type { IndicatorCode } from './indicators.js';

/** A figure that is one sum divided by another. */
interface Rate {
  readonly part: IndicatorCode;
  readonly base: IndicatorCode;
  /** RATE from 0 to 1, or a mean number of DAYS. */
  readonly unit: 'RATE' | 'DAYS';
  readonly fr: { readonly label: string; readonly definition: string };
  readonly en: { readonly label: string; readonly definition: string };
}

/** Every figure that is a rate or a mean; without a base it has no value. */
export const RATES = {
  ATTENDANCE_RATE: {
    part: 'ATTENDANCE_SEEN',
    base: 'ATTENDANCE_EXPECTED',
    unit: 'RATE',
    fr: {
      label: 'Taux de présence',
      definition: 'Personnes présentes pour cent personnes attendues, aux séances closes.',
    },
    en: { label: 'Attendance rate', definition: 'People present per hundred people expected, at closed sessions.' },
  },
  NO_SHOW_RATE: {
    part: 'NO_SHOWS',
    base: 'ATTENDANCE_EXPECTED',
    unit: 'RATE',
    fr: {
      label: 'Taux d’absence sans excuse',
      definition: 'Absences sans excuse pour cent personnes attendues, aux séances closes.',
    },
    en: { label: 'No-show rate', definition: 'No-shows per hundred people expected, at closed sessions.' },
  },
  SEAT_FILL_RATE: {
    part: 'SEATS_FILLED',
    base: 'SEATS_OFFERED',
    unit: 'RATE',
    fr: {
      label: 'Taux d’occupation',
      definition: 'Places occupées pour cent places proposées, séances à venir comprises.',
    },
    en: { label: 'Fill rate', definition: 'Seats filled per hundred seats offered, sessions to come included.' },
  },
  COURSE_COMPLETION_RATE: {
    part: 'COURSES_COMPLETED',
    base: 'PEOPLE_ON_COURSES',
    unit: 'RATE',
    fr: {
      label: 'Taux d’achèvement des parcours',
      definition: 'Parcours achevés pour cent personnes en parcours, à la date de la dernière séance tenue.',
    },
    en: {
      label: 'Course completion rate',
      definition: 'Courses completed per hundred people on courses, on the day of the last session held.',
    },
  },
  DAYS_TO_FIRST_SESSION: {
    part: 'FIRST_SESSION_DAYS',
    base: 'FIRST_SESSIONS',
    unit: 'DAYS',
    fr: {
      label: 'Attente avant la première séance',
      definition: 'Jours, en moyenne, entre la première demande d’une personne à l’antenne et sa première séance.',
    },
    en: {
      label: 'Wait for the first session',
      definition: 'Days, on average, between a person’s first asking at the branch and their first session.',
    },
  },
} as const satisfies Record<string, Rate>;
export type RateCode = keyof typeof RATES;

/** True for a rate or a mean. */
export function isRate(code: string): code is RateCode {
  return code in RATES;
}

/** A rate of two sums; null without a base. */
export function rateOf(part: number, base: number): number | null {
  return base === 0 ? null : part / base;
}
