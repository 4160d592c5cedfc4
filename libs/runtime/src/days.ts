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

/** Whole years from a birth year to a day's year; a day in the birth year is 0. */
export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
