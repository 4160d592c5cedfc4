import { expect, it } from '@jest/globals';
import { type DayPlan, planYear } from './plan.js';
import { Dice, DiceIds } from './random.js';

const sum = (plans: readonly DayPlan[], of: (plan: DayPlan) => number) =>
  plans.reduce((total, plan) => total + of(plan), 0);

it('makes the same network of the same number, and another of another', () => {
  expect(planYear('2026-11-26', new Dice(1))).toEqual(planYear('2026-11-26', new Dice(1)));
  expect(planYear('2026-11-26', new Dice(1))).not.toEqual(planYear('2026-11-26', new Dice(2)));
  expect(new DiceIds(new Dice(7)).next()).toBe(new DiceIds(new Dice(7)).next());
});

it('is a year of at least 3 000 people, 1 500 sessions and 1 200 devices, with no Sunday and a young Toulouse', () => {
  const plans = planYear('2026-11-26', new Dice(20_131));
  expect(sum(plans, (plan) => plan.people)).toBeGreaterThanOrEqual(3_000);
  expect(sum(plans, (plan) => plan.sessions)).toBeGreaterThanOrEqual(1_500);
  expect(sum(plans, (plan) => plan.devices)).toBeGreaterThanOrEqual(1_200);
  expect(sum(plans, (plan) => plan.dropIns)).toBeGreaterThanOrEqual(5_500);
  expect(plans.some((plan) => new Date(`${plan.day}T00:00:00Z`).getUTCDay() === 0)).toBe(false);
  const toulouse = plans.filter((plan) => plan.branch.code === 'TL').map((plan) => plan.day);
  expect(toulouse[0] ?? '').toBe('2026-08-26');
});
