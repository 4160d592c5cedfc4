const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in a zone, `2026-11-26`: the day an act belongs to. */
export function localDay(instant: Date, zone: string): string {
  let format = formats.get(zone);
  if (!format) {
    // Making a format costs a hundred times using it, and there are as many as zones.
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(zone, format);
  }
  return format.format(instant);
}

const walls = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a zone show at an instant, `2026-11-26T09:30`. */
export function wallTime(instant: Date, zone: string): string {
  let format = walls.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    walls.set(zone, format);
  }
  return format.format(instant).replace(' ', 'T').slice(0, 16);
}

/**
 * The instant at which the clocks of a zone show this day and time, `2026-11-26` and `09:30`. An hour that the spring change
 * leaves out is taken as the hour after; of one that comes twice in autumn, the first.
 */
export function instantAt(day: string, time: string, zone: string): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const shift = (at: number) => Date.parse(`${wallTime(new Date(at), zone)}:00Z`) - at;
  // Clocks change by at most a few hours: the offsets a day before and after are the only two that can hold.
  const candidates = [asUtc - shift(asUtc - DAY_MS), asUtc - shift(asUtc + DAY_MS)].sort((a, b) => a - b);
  return new Date(candidates.find((at) => at + shift(at) === asUtc) ?? Math.max(...candidates));
}

/** The day some days later. */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day some months later, or the last of that month where it has no such day. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: string): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

/** Whole years from a birth year to a day's year; a day in the birth year is 0. */
export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
