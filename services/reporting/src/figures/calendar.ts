import { shiftDay } from '#runtime';

const DAY_MS = 86_400_000;

/** How many days lie from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** The first day of a day's month. */
export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** The first day of the month so many months after a day's own, or before it when negative. */
export function monthAfter(day: string, months = 1): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** The last day of a day's month. */
export const endOfMonth = (day: string): string => shiftDay(monthAfter(day), -1);
