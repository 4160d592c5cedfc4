import { registerEnumType } from '@nestjs/graphql';
import { shiftDay } from '#runtime';

/** The public holidays of France: Code du travail, art. L3133-1, and those that some parts of it keep besides. */
export const PublicHoliday = {
  NEW_YEAR: 'NEW_YEAR',
  GOOD_FRIDAY: 'GOOD_FRIDAY',
  EASTER_MONDAY: 'EASTER_MONDAY',
  LABOUR_DAY: 'LABOUR_DAY',
  VICTORY_1945: 'VICTORY_1945',
  ASCENSION: 'ASCENSION',
  WHIT_MONDAY: 'WHIT_MONDAY',
  NATIONAL_DAY: 'NATIONAL_DAY',
  ASSUMPTION: 'ASSUMPTION',
  ALL_SAINTS: 'ALL_SAINTS',
  ARMISTICE_1918: 'ARMISTICE_1918',
  CHRISTMAS: 'CHRISTMAS',
  SECOND_CHRISTMAS_DAY: 'SECOND_CHRISTMAS_DAY',
  ABOLITION_OF_SLAVERY: 'ABOLITION_OF_SLAVERY',
} as const;
export type PublicHoliday = keyof typeof PublicHoliday;
registerEnumType(PublicHoliday, {
  name: 'PublicHoliday',
  description: 'A public holiday in France; a few are kept in some parts of it only.',
});

const FIXED: Readonly<Record<string, PublicHoliday>> = {
  '01-01': 'NEW_YEAR',
  '05-01': 'LABOUR_DAY',
  '05-08': 'VICTORY_1945',
  '07-14': 'NATIONAL_DAY',
  '08-15': 'ASSUMPTION',
  '11-01': 'ALL_SAINTS',
  '11-11': 'ARMISTICE_1918',
  '12-25': 'CHRISTMAS',
};
const AFTER_EASTER: Readonly<Record<number, PublicHoliday>> = {
  1: 'EASTER_MONDAY',
  39: 'ASCENSION',
  50: 'WHIT_MONDAY',
};

/** Moselle and the two departments of Alsace: art. L3134-13. */
const ALSACE_MOSELLE = /^(57|67|68)/;
/** The day that slavery ended, by department or collectivity: art. L3422-2 and decree 83-1003. */
const ABOLITION: readonly (readonly [commune: RegExp, day: string])[] = [
  [/^97701/, '10-09'],
  [/^97801/, '05-28'],
  [/^971/, '05-27'],
  [/^972/, '05-22'],
  [/^973/, '06-10'],
  [/^974/, '12-20'],
  [/^976/, '04-27'],
];

/** The public holiday that a day is in a commune, undefined for a working day. Of two on one day the fixed one is named. */
export function publicHolidayOn(day: string, communeCode: string | null): PublicHoliday | undefined {
  const date = day.slice(5);
  const easter = easterOf(Number(day.slice(0, 4)));
  const moving = Object.entries(AFTER_EASTER).find(([days]) => shiftDay(easter, Number(days)) === day)?.[1];
  return FIXED[date] ?? moving ?? (communeCode === null ? undefined : localHoliday(date, day, easter, communeCode));
}

function localHoliday(date: string, day: string, easter: string, communeCode: string): PublicHoliday | undefined {
  if (ALSACE_MOSELLE.test(communeCode)) {
    if (day === shiftDay(easter, -2)) return 'GOOD_FRIDAY';
    if (date === '12-26') return 'SECOND_CHRISTMAS_DAY';
  }
  return ABOLITION.find(([commune]) => commune.test(communeCode))?.[1] === date ? 'ABOLITION_OF_SLAVERY' : undefined;
}

/** Easter Sunday of a Gregorian year, by the algorithm of Meeus, Jones and Butcher. */
function easterOf(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const leap = Math.floor(b / 4);
  const moon = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - leap - moon + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return `${year}-${String(Math.floor(n / 31)).padStart(2, '0')}-${String((n % 31) + 1).padStart(2, '0')}`;
}
