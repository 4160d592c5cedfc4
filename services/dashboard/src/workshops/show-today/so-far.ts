import { shiftDays } from '../list-sessions/week.js';

/** A day of the week so far, or one that is still to come and has no number. */
export interface DayCount {
  readonly day: string;
  readonly count: number | undefined;
}

/** Monday to Sunday: the service leaves days without anything out, and says nothing of those to come. */
export function soFar(
  trend: readonly { readonly start: string; readonly value: number }[],
  monday: string,
  today: string,
): DayCount[] {
  const counts = new Map(trend.map(({ start, value }) => [start, value]));
  return Array.from({ length: 7 }, (_, index) => {
    const day = shiftDays(monday, index);
    return { day, count: day <= today ? (counts.get(day) ?? 0) : undefined };
  });
}
