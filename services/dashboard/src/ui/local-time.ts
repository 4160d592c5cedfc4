const wallOf = (zone: string) =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });

/** An instant as a date-and-time field wants it, by the clock of the branch: `2026-11-26T14:00`. */
export function localText(instant: string, zone: string): string {
  return wallOf(zone).format(new Date(instant)).replace(' ', 'T').slice(0, 16);
}

/**
 * The instant that the clock of the branch shows as this text, wherever the reader sits; null when it is none. An hour
 * that the spring change leaves out is taken as the hour after; of one that comes twice in autumn, the first.
 */
export function instantOf(text: string, zone: string): string | null {
  const asUtc = Date.parse(`${text}Z`);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) || Number.isNaN(asUtc)) return null;
  const shift = (at: number) => Date.parse(`${wallOf(zone).format(new Date(at)).replace(' ', 'T')}Z`) - at;
  // Clocks change by at most a few hours: the offsets a day before and after are the only two that can hold.
  const early = asUtc - shift(asUtc - 86_400_000);
  const late = asUtc - shift(asUtc + 86_400_000);
  const fits = [early, late].sort((a, b) => a - b).find((at) => at + shift(at) === asUtc);
  return new Date(fits ?? Math.max(early, late)).toISOString();
}
