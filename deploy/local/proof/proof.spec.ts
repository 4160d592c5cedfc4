import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { INDICATORS } from '../../../services/reporting/src/figures/indicators.js';
import { type Year, yearUpTo } from '../seed/year.js';
import { figuresOfOwners } from './owners.js';
import { prove } from './proof.js';
import { type ToldWorld, toldWorld } from './told-world.js';

/** Five weeks of two branches: small enough for a test, busy enough for every figure to count something. */
function aFewWeeks(): Year {
  const whole = yearUpTo(new Date('2026-11-26T10:00:00Z'));
  const branches = whole.branches.filter(({ code }) => ['BX', 'PA'].includes(code));
  const theirs = ({ branch }: { branch: { code: string } }) => branches.some(({ code }) => code === branch.code);
  return {
    ...whole,
    branches,
    past: whole.past.filter((plan) => theirs(plan) && plan.day >= '2026-10-20'),
    ahead: whole.ahead.filter(theirs),
  };
}

/**
 * Nobody prescribes in the demo year, nor is anybody's skills measured, nor anybody followed to an exit; its sessions are no courses and
 * have no kit, and no gift nor waste is weighed.
 */
const UNTOLD =
  /^PRESCRIPTIONS|COLLECTED$|WASTED$|COURSES|^RESOURCES|ENTRY$|AT_EXIT$|AT_SIX_MONTHS$|^SUPPORT_(JOURNEYS|OUTCOMES)|^REDIRECTIONS/;

let world: ToldWorld;
beforeAll(async () => {
  world = await toldWorld(aFewWeeks());
}, 400_000);
afterAll(() => world?.end(), 60_000);

it('tells in reporting, to the unit, what the owners’ own tables say, with nothing set aside', async () => {
  const { compared, against } = await prove(world.databases.ask);
  expect(against).toEqual([]);
  expect(compared).toBeGreaterThan(150);
  // A figure that nobody counted would be proven by having nothing to compare.
  const figures = new Map((await figuresOfOwners(world.databases.ask)).entries());
  const told = Object.keys(INDICATORS).filter((code) => !UNTOLD.test(code));
  for (const code of [...told, 'UNIQUE_PEOPLE', 'ACTIVE_HELPERS'])
    for (const scope of ['BX', 'PA', '--'])
      expect([code, scope, (figures.get(`${code} ${scope}`) ?? 0) > 0]).toEqual([code, scope, true]);
});

it('leaves a day’s work to do: sessions to mark in Bordeaux, sessions today and to come, devices ready, a tariff in force', async () => {
  const { ask } = world.databases;
  const sessions = await ask<{ branch: string; when: string; n: number }>(
    'workshops',
    `SELECT branch, CASE WHEN occurred_on < '2026-11-26' THEN 'unmarked' WHEN occurred_on = '2026-11-26' THEN 'today'
            ELSE 'ahead' END AS when, count(*)::int AS n
     FROM session WHERE state = 'SCHEDULED' GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  const of = (branch: string) => sessions.filter((row) => row.branch === branch).map(({ when }) => when);
  expect(of('BX')).toEqual(['ahead', 'today', 'unmarked']);
  expect(of('PA')).toEqual(['ahead', 'today']);
  const [stock] = await ask<{ ready: number; tariffs: number }>(
    'equipment',
    `SELECT (SELECT count(DISTINCT branch)::int FROM device WHERE state = 'READY') AS ready,
            (SELECT count(*)::int FROM tariff WHERE valid_from <= '2026-11-26' AND valid_until IS NULL) AS tariffs`,
  );
  expect(stock).toEqual({ ready: 2, tariffs: 15 });
});

it('notices a figure that is off by one', async () => {
  const change = (by: string) =>
    world.meddle(
      'reporting',
      `UPDATE reporting_v1.cell_month SET value = value ${by} WHERE indicator = ${INDICATORS.SESSIONS_HELD.id} AND dim = 0
       AND branch = 'BX' AND month = '2026-11-01'`,
    );
  await change('+ 1');
  const { against } = await prove(world.databases.ask);
  await change('- 1');
  // The month, the total of months, and what readers are told of all of them.
  expect(against).toHaveLength(3);
  expect(against[0]).toMatch(/^SESSIONS_HELD BX: \d+ in the owner’s tables, \d+ in reporting$/);
  expect(against[1]).toMatch(/^SESSIONS_HELD BX 2026-11: /);
});

it('is the same network again when it is told again', async () => {
  const again = await toldWorld(aFewWeeks());
  const figures = async ({ databases }: ToldWorld) => (await figuresOfOwners(databases.ask)).entries();
  const ledger = ({ databases }: ToldWorld) =>
    databases.ask(
      'workshops',
      // A digest is written when its service gets to it, which is no part of what is told.
      `SELECT md5(string_agg(event_id::text || payload::text, ',' ORDER BY event_id)) FROM outbox_event
       WHERE type NOT LIKE '%.ledger-digested'`,
    );
  try {
    expect((await prove(again.databases.ask)).against).toEqual([]);
    expect(await figures(again)).toEqual(await figures(world));
    expect(await ledger(again)).toEqual(await ledger(world));
  } finally {
    await again.end();
  }
}, 400_000);
