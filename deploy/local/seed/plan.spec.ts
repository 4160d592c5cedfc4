import { expect, it } from '@jest/globals';
import { communeOf } from '../../../services/beneficiaries/src/communes/communes.js';
import { BRANCHES } from './branches.js';
import { nameIn } from './names.js';
import { type DayPlan, planAhead, planYear } from './plan.js';
import { Dice } from './random.js';
import { live, StrandIds } from './story.js';

const sum = (plans: readonly DayPlan[], of: (plan: DayPlan) => number) =>
  plans.reduce((total, plan) => total + of(plan), 0);

it('makes the same network of the same number, and another of another', () => {
  expect(planYear('2026-11-26', new Dice(1))).toEqual(planYear('2026-11-26', new Dice(1)));
  expect(planYear('2026-11-26', new Dice(1))).not.toEqual(planYear('2026-11-26', new Dice(2)));
});

it('gives the same ids to what the same dice make', async () => {
  const first = () => live(new Dice(7), () => Promise.resolve(new StrandIds().next()));
  expect(await first()).toBe(await first());
  expect(await first()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it('is a year of at least 3 000 people, 1 500 sessions and 1 200 devices, with no Sunday and a young Toulouse', () => {
  const plans = planYear('2026-11-26', new Dice(20_131));
  expect(sum(plans, (plan) => plan.people)).toBeGreaterThanOrEqual(3_000);
  expect(sum(plans, (plan) => plan.sessions)).toBeGreaterThanOrEqual(1_500);
  expect(sum(plans, (plan) => plan.devices)).toBeGreaterThanOrEqual(1_200);
  expect(sum(plans, (plan) => plan.dropIns)).toBeGreaterThanOrEqual(4_500);
  expect(sum(plans, (plan) => plan.connections)).toBeGreaterThanOrEqual(1_100);
  expect(plans.some((plan) => new Date(`${plan.day}T00:00:00Z`).getUTCDay() === 0)).toBe(false);
  const toulouse = plans.filter((plan) => plan.branch.code === 'TL').map((plan) => plan.day);
  expect(toulouse[0] ?? '').toBe('2026-08-26');
});

it('has sessions today in every branch and for three weeks on, none on a Sunday', () => {
  const plans = planAhead('2026-11-26');
  const days = [...new Set(plans.map(({ day }) => day))];
  expect(days[0]).toBe('2026-11-26');
  expect(days.at(-1)).toBe('2026-12-17');
  expect(days).not.toContain('2026-11-29');
  for (const { code } of BRANCHES) {
    const own = plans.filter(({ branch }) => branch.code === code);
    expect(own.map(({ day }) => day)).toEqual(days);
    expect(own[0]?.sessions).toBe(2);
  }
});

it('leaves the last two days of Bordeaux to be marked, whatever day it is', () => {
  for (const today of ['2026-11-23', '2026-11-26', '2027-02-28']) {
    const unmarked = planYear(today, new Dice(20_131)).filter((plan) => plan.unmarked);
    expect(unmarked.map(({ branch }) => branch.code)).toEqual(['BX', 'BX']);
    expect(unmarked.every(({ sessions }) => sessions > 0)).toBe(true);
  }
});

it('names communes that exist, and people in the words of their region', () => {
  for (const { communeCode, around, city } of BRANCHES) {
    expect(communeOf(communeCode)?.name).toBe(city);
    for (const code of around) expect(communeOf(code)).toBeDefined();
  }
  const names = (code: string) => Array.from({ length: 400 }, () => nameIn(code, 'FEMALE', new Dice(++n)).familyName);
  let n = 0;
  expect(names('ST')).toContain('Muller');
  expect(names('NA')).not.toContain('Muller');
});
