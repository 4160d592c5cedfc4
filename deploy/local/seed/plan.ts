import { type Dice } from './random.js';

/** A branch of the demo network; `weight` is how busy it is. */
export interface DemoBranch {
  readonly code: string;
  readonly city: string;
  readonly communeCode: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly weight: number;
  readonly postcode: string;
  /** Days since it opened. */
  readonly age: number;
}

const branch = (
  code: string,
  city: string,
  communeCode: string,
  postcode: string,
  latitude: number,
  longitude: number,
  weight: number,
  age = 700,
): DemoBranch => ({
  code,
  city,
  communeCode,
  postcode,
  latitude,
  longitude,
  weight,
  age,
});

/** Thirteen cities; Toulouse is three months old. */
export const BRANCHES: readonly DemoBranch[] = [
  branch('BX', 'Bordeaux', '33063', '33000', 44.8378, -0.5792, 1.2),
  branch('LI', 'Lille', '59350', '59000', 50.6292, 3.0573, 1.2),
  branch('RO', 'Roubaix', '59512', '59100', 50.6942, 3.1746, 0.8),
  branch('BE', 'Béthune', '62119', '62400', 50.5303, 2.6408, 0.5),
  branch('PA', 'Paris', '75056', '75001', 48.8566, 2.3522, 1.8),
  branch('SD', 'Saint-Denis', '93066', '93200', 48.9362, 2.3574, 1.1),
  branch('CR', 'Créteil', '94028', '94000', 48.7904, 2.4556, 0.9),
  branch('ST', 'Strasbourg', '67482', '67000', 48.5734, 7.7521, 0.9),
  branch('LY', 'Lyon', '69123', '69001', 45.764, 4.8357, 1.4),
  branch('GR', 'Grenoble', '38185', '38000', 45.1885, 5.7245, 0.8),
  branch('MA', 'Marseille', '13055', '13001', 43.2965, 5.3698, 1.4),
  branch('NA', 'Nantes', '44109', '44000', 47.2184, -1.5536, 0.9),
  branch('TL', 'Toulouse', '31555', '31000', 43.6047, 1.4442, 0.8, 92),
];

/** What one branch does on one day. */
export interface DayPlan {
  readonly branch: DemoBranch;
  readonly day: string;
  readonly people: number;
  readonly sessions: number;
  readonly dropIns: number;
  readonly refused: number;
  readonly devices: number;
}

const DAY_MS = 86_400_000;

/** The day some days after another. */
export function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Expected numbers a day for a branch of weight 1; their sums over the year are the size of the demo network. */
const RATES = { people: 0.8, sessions: 0.395, dropIns: 1.55, refused: 0.12, devices: 0.32 };

/** A year of thirteen branches, day by day up to `today`: closed on Sundays, quiet in August, busier in big cities. */
export function planYear(today: string, dice: Dice): DayPlan[] {
  const plans: DayPlan[] = [];
  for (let ago = 365; ago >= 1; ago--) {
    const day = shift(today, -ago);
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday === 0) continue;
    const season = day.slice(5, 7) === '08' ? 0.35 : 1;
    for (const demo of BRANCHES) {
      if (ago > demo.age) continue;
      const times = (rate: number) => {
        const expected = rate * demo.weight * season * (weekday === 6 ? 0.5 : 1.1);
        return Math.floor(expected) + (dice.chance(expected % 1) ? 1 : 0);
      };
      plans.push({
        branch: demo,
        day,
        people: times(RATES.people),
        sessions: times(RATES.sessions),
        dropIns: times(RATES.dropIns),
        refused: times(RATES.refused),
        devices: times(RATES.devices),
      });
    }
  }
  return plans;
}

/** What a branch has behind it, what it has before it from today on, and when that was asked. */
export interface BranchDays {
  readonly past: readonly DayPlan[];
  readonly ahead: readonly DayPlan[];
  readonly now: Date;
}

/** What is done in a month commits together. */
export function byMonth(plans: readonly DayPlan[]): DayPlan[][] {
  return [...Map.groupBy(plans, ({ day }) => day.slice(0, 7)).values()];
}

/** The instant at which a day's doings are entered: half past eight, or now if that has not come yet. */
export function morningOf({ day }: DayPlan, { now }: BranchDays): string {
  const opening = `${day}T07:30:00.000Z`;
  return opening < now.toISOString() ? opening : now.toISOString();
}

/**
 * From today on, day by day: today two sessions in each branch and what a morning brings, then a session every other day
 * for three weeks; no Sundays, but for today.
 */
export function planAhead(today: string): DayPlan[][] {
  const morning = { people: 1, dropIns: 3, refused: 1, devices: 2 };
  const none = { people: 0, dropIns: 0, refused: 0, devices: 0 };
  return Array.from({ length: 22 }, (_, ahead) => ({ ahead, day: shift(today, ahead) }))
    .filter(({ ahead, day }) => ahead === 0 || (ahead % 2 === 1 && new Date(`${day}T00:00:00Z`).getUTCDay() !== 0))
    .map(({ ahead, day }) =>
      BRANCHES.map((demo) => ({
        ...(ahead === 0 ? morning : none),
        branch: demo,
        day,
        sessions: ahead === 0 ? 2 : 1,
      })),
    );
}
