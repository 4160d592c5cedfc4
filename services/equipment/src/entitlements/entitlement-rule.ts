import { monthsAfter } from '#runtime';

/** How far the right to buy connectivity goes; the network's settings. */
export class EntitlementRule {
  constructor(
    /** How long a right lasts, from the first connectivity a person buys. */
    readonly months: number,
    /** How many times it may be renewed. */
    readonly renewals: number,
    /** What a person may buy in a calendar month, in cents. */
    readonly monthlyCents: number,
  ) {}
}

/** What is known of a person's right. Days are those of the branch that asks. */
export interface EntitlementHistory {
  readonly uses: readonly { readonly day: string; readonly cents: number }[];
  readonly renewedOn: readonly string[];
  /** What the coordination allowed beyond the cap, by month; any of it also opens that month. */
  readonly exceptions: readonly { readonly month: string; readonly cents: number }[];
}

/** A person's right on a day. */
export interface Decision {
  /** First day of the right; null until the person first buys connectivity. */
  readonly openedOn: string | null;
  /** Last day of it; for a right that has not begun, the last day if it began today. */
  readonly lastDay: string;
  readonly open: boolean;
  readonly renewalsLeft: number;
  readonly capCents: number;
  /** What the coordination allowed beyond the cap this month, in cents; null when it allowed nothing. */
  readonly exceptionCents: number | null;
  readonly spentCents: number;
  readonly leftCents: number;
  /** First day of the next month, when the cap begins anew. */
  readonly anewOn: string;
}

/** Decides from what was bought, renewed and allowed; nothing else is looked at. */
export function decide(rule: EntitlementRule, history: EntitlementHistory, day: string): Decision {
  const month = monthOf(day);
  const openedOn = history.uses.map((use) => use.day).sort()[0] ?? null;
  let lastDay = monthsAfter(openedOn ?? day, rule.months);
  // Renewed in time it goes on from its end, renewed late from the renewal.
  for (const renewed of [...history.renewedOn].sort())
    lastDay = monthsAfter(renewed > lastDay ? renewed : lastDay, rule.months);
  const allowed = history.exceptions.filter((one) => one.month === month);
  const spentCents = sum(history.uses.filter((use) => monthOf(use.day) === month));
  const capCents = rule.monthlyCents + sum(allowed);
  return {
    openedOn,
    lastDay,
    open: day <= lastDay || allowed.length > 0,
    renewalsLeft: Math.max(0, rule.renewals - history.renewedOn.length),
    capCents,
    exceptionCents: allowed.length > 0 ? sum(allowed) : null,
    spentCents,
    leftCents: Math.max(0, capCents - spentCents),
    anewOn: monthsAfter(month, 1),
  };
}

/** First day of the day's month. */
export function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

function sum(amounts: readonly { readonly cents: number }[]): number {
  return amounts.reduce((total, { cents }) => total + cents, 0);
}
