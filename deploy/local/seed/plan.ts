import { BRANCHES, type DemoBranch } from './branches.js';
import { type Dice } from './random.js';

/** What one branch does on one day. */
export interface DayPlan {
  readonly branch: DemoBranch;
  readonly day: string;
  readonly people: number;
  readonly sessions: number;
  readonly dropIns: number;
  readonly refused: number;
  readonly devices: number;
  /** Sales of SIM cards and top-ups alone. */
  readonly connections: number;
  /** Its sessions still wait for somebody to mark who came. */
  readonly unmarked?: boolean;
}

const DAY_MS = 86_400_000;

/** The day some days after another. */
export function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Expected numbers a day for a branch of weight 1; their sums over the year are the size of the demo network. */
const RATES = { people: 0.8, sessions: 0.4, dropIns: 1.25, refused: 0.12, devices: 0.33, connections: 0.32 };

/** What the branch whose persona begins the day finds undone. */
const LEFT_UNDONE = { branch: 'BX', days: 2 };

/** A year of thirteen branches, day by day up to `today`: closed on Sundays, quiet in August, busier in big cities. */
export function planYear(today: string, dice: Dice): DayPlan[] {
  const plans: DayPlan[] = [];
  for (let ago = 365; ago >= 1; ago--) {
    const day = shift(today, -ago);
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday === 0) continue;
    const season = day.slice(5, 7) === '08' ? 0.35 : 1;
    for (const branch of BRANCHES) {
      if (ago > branch.age) continue;
      const times = (rate: number) => {
        const expected = rate * branch.weight * season * (weekday === 6 ? 0.5 : 1.1);
        return Math.floor(expected) + (dice.chance(expected % 1) ? 1 : 0);
      };
      plans.push({
        branch,
        day,
        people: times(RATES.people),
        sessions: times(RATES.sessions),
        dropIns: times(RATES.dropIns),
        refused: times(RATES.refused),
        devices: times(RATES.devices),
        connections: times(RATES.connections),
      });
    }
  }
  const last = plans.filter(({ branch }) => branch.code === LEFT_UNDONE.branch).slice(-LEFT_UNDONE.days);
  return plans.map((plan) =>
    last.includes(plan) ? { ...plan, sessions: Math.max(1, plan.sessions), unmarked: true } : plan,
  );
}

/**
 * From today on, day by day: today two sessions in each branch and what a morning brings, then a session every other day
 * for three weeks; no Sundays, but for today.
 */
export function planAhead(today: string): DayPlan[] {
  const morning = { people: 1, dropIns: 3, refused: 1, devices: 2, connections: 1 };
  const none = { people: 0, dropIns: 0, refused: 0, devices: 0, connections: 0 };
  return Array.from({ length: 22 }, (_, ahead) => ({ ahead, day: shift(today, ahead) }))
    .filter(({ ahead, day }) => ahead === 0 || (ahead % 2 === 1 && new Date(`${day}T00:00:00Z`).getUTCDay() !== 0))
    .flatMap(({ ahead, day }) =>
      BRANCHES.map((branch) => ({ ...(ahead === 0 ? morning : none), branch, day, sessions: ahead === 0 ? 2 : 1 })),
    );
}

/** What a branch has behind it, what it has before it from today on, and when today is. */
export interface BranchDays {
  readonly past: readonly DayPlan[];
  readonly ahead: readonly DayPlan[];
  readonly today: string;
  readonly now: Date;
}

/** The whole of a branch's days in the chapters they are told in: month by month, and what is ahead. */
export function chaptersOf({ past, ahead }: BranchDays): (readonly DayPlan[])[] {
  return [...Map.groupBy(past, ({ day }) => day.slice(0, 7)).values(), ahead];
}

/** An hour of that day, `09:30` UTC, or now if that has not come yet. */
export function hourOf({ day }: DayPlan, hour: string, { now }: BranchDays): string {
  const instant = `${day}T${hour}:00.000Z`;
  return instant < now.toISOString() ? instant : now.toISOString();
}
