const DAY_MS = 86_400_000;

/** The day some days later, `2026-11-30`. */
export function shiftDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return shiftDays(day, -((weekday + 6) % 7));
}

/** A week as the calendar on the wall numbers it, `2026-W49`: it belongs to the year of its Thursday. */
export function weekOf(monday: string): string {
  const thursday = shiftDays(monday, 3);
  const year = thursday.slice(0, 4);
  const number = Math.floor((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / DAY_MS / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** The Monday of a week written as `2026-W49`; undefined for what is no week, a 53rd that its year lacks included. */
export function mondayOfWeek(week: string): string | undefined {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(week) ?? [];
  if (!year || !number) return undefined;
  // The fourth of January is always in the first week.
  const monday = shiftDays(mondayOf(`${year}-01-04`), (Number(number) - 1) * 7);
  return weekOf(monday) === week ? monday : undefined;
}
