/** How long after its end a quarter may be published; the service has the last word. */
const SETTLES_DAYS = 15;
/** How far back is offered: a year. */
const OFFERED = 4;
const DAY_MS = 86_400_000;

/** The quarters of the last year that may be published on `today` and have not been, newest first. */
export function dueQuarters(published: readonly string[], today: string): string[] {
  const settled = new Date(Date.parse(`${today}T00:00:00Z`) - SETTLES_DAYS * DAY_MS);
  // Quarters in a row: the one that holds the settled day is not over yet, those before it are.
  const running = settled.getUTCFullYear() * 4 + Math.floor(settled.getUTCMonth() / 3);
  return Array.from({ length: OFFERED }, (_, back) => running - 1 - back)
    .map((index) => `${Math.floor(index / 4)}-T${(index % 4) + 1}`)
    .filter((quarter) => !published.includes(quarter));
}
