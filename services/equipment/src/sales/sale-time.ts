/** How much ahead of the service's clock a till's may be. */
const AHEAD_MS = 60_000;
/** How long a sale may wait on a till without a network. */
const BEHIND_MS = 31 * 86_400_000;

/** Whether a till that says so can be believed: not in the future, and a month ago at most. */
export function couldHappenAt(occurredAt: Date, now: Date): boolean {
  const late = now.getTime() - occurredAt.getTime();
  return late >= -AHEAD_MS && late <= BEHIND_MS;
}
