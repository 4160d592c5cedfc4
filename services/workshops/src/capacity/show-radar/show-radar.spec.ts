import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { HelperDescribed, happened } from '#events';
import { type Persona, personas, startForTest, type TestService } from '#testing';
import { answerOf, givenIn, idOf } from '../../../test/given.js';
import { WorkshopsModule } from '../../workshops.module.js';
import { optionsOf } from './radar.js';

const NOW = '2026-11-26T08:00:00.000Z';
let workshops: TestService;
let given: ReturnType<typeof givenIn>;
beforeAll(async () => {
  workshops = await startForTest(WorkshopsModule, { now: NOW });
  given = givenIn(workshops);
  await given.branch();
});
afterAll(() => workshops.stop());

const radar = async (who: Persona, branch = 'BX') =>
  workshops.as(who).query(`{ capacityRadar(branch: "${branch}") { from until waiting refused
    days { day sessions seats seatsLeft helpersNeeded helpersComing helperMinutes }
    workshops { title waiting seatsLeft } options { kind people title at toAt } } }`);

it('holds the lines, the refused and the missing against seats and helpers, and says what to open, move and fill', async () => {
  const manager = workshops.as(personas.managerOfBordeaux);
  // The day after, one seat of one is taken and two people wait; three days later helpers come and nothing is on.
  await given.fullSession(2, { startsAt: '2026-11-27T09:00:00Z', endsAt: '2026-11-27T11:00:00Z' });
  await manager.command('refuseDropIn', { themes: ['EMAIL'] });
  const shift = async (day: string) => {
    const plan = { placeId: await given.place(), startsAt: `${day}T09:00:00Z`, endsAt: `${day}T12:00:00Z` };
    return idOf(await manager.command('scheduleShift', { ...plan, needed: 2, skills: [] }), 'scheduleShift');
  };
  const helper: Persona = { subject: `helper ${randomUUID()}`, role: 'HELPER', branches: ['BX'] };
  const after = { kind: 'VOLUNTEER' as const, skills: [], branches: ['BX'], missionEndsOn: null };
  const data = { memberId: randomUUID(), subject: helper.subject, after };
  await workshops.deliver(happened(HelperDescribed, { branch: 'BX', at: workshops.clock.now(), data }));
  for (const day of ['2026-11-30', '2026-12-01', '2026-12-20'])
    await workshops.as(helper).command('takeShift', { shiftId: await shift(day) });
  const found = answerOf<{ days: object[]; options: object[] }>(
    await radar(personas.managerOfBordeaux),
    'capacityRadar',
  );
  expect(found).toMatchObject({ from: '2026-11-26', until: '2026-12-09', waiting: 2, refused: 1 });
  expect(found).toMatchObject({ workshops: [{ title: 'Ma messagerie', waiting: 2, seatsLeft: 0 }] });
  expect(found.days).toHaveLength(14);
  expect(found.days[1]).toMatchObject({ day: '2026-11-27', sessions: 1, seats: 1, seatsLeft: 0, helpersNeeded: 0 });
  expect(found.days[4]).toMatchObject({ day: '2026-11-30', helpersNeeded: 2, helpersComing: 1, helperMinutes: 180 });
  expect(found.options).toEqual([
    { kind: 'OPEN_SESSION', people: 3, title: 'Ma messagerie', at: '2026-11-30T09:00:00.000Z', toAt: null },
    {
      kind: 'MOVE_SHIFT',
      people: 1,
      title: 'Ma messagerie',
      at: '2026-12-01T09:00:00.000Z',
      toAt: '2026-11-27T09:00:00.000Z',
    },
    { kind: 'FIND_HELPERS', people: 1, title: null, at: '2026-11-30T09:00:00.000Z', toAt: null },
    { kind: 'FIND_HELPERS', people: 1, title: null, at: '2026-12-01T09:00:00.000Z', toAt: null },
  ]);
  expect(await radar(personas.helperOfBordeaux)).toBeRefused('FORBIDDEN');
  expect(await radar(personas.managerOfLille)).toBeRefused('FORBIDDEN', 'branch');
});

it('proposes nothing where seats are left for everybody', () => {
  const workshop = {
    workshopId: randomUUID(),
    title: 'Messagerie',
    themes: ['EMAIL' as const],
    waiting: 2,
    seatsLeft: 5,
  };
  const refused = [{ theme: 'EMAIL' as const, people: 3 }];
  expect(optionsOf({ workshops: [workshop], refused, shifts: [], unattended: [] })).toEqual([]);
});

it('has nothing to say of a branch that has only just been opened', async () => {
  const found = answerOf<object>(await radar(personas.managerOfLille, 'LI'), 'capacityRadar');
  expect(found).toMatchObject({ from: '2026-11-26', waiting: 0, refused: 0, workshops: [], options: [] });
});
