import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { HelperDescribed, happened, type MediationTheme } from '#events';
import { type Persona, personas, startForTest, type TestService } from '#testing';
import { givenIn } from '../../../test/given.js';
import { WorkshopsModule } from '../../workshops.module.js';
import { TellGaps } from './tell-gaps.js';

const NOW = '2026-11-26T08:00:00.000Z';
let workshops: TestService;
let placeId: string;
beforeAll(async () => {
  workshops = await startForTest(WorkshopsModule, { now: NOW });
  const given = givenIn(workshops);
  await given.branch();
  placeId = await given.place();
});
beforeEach(() => workshops.clock.set(NOW));
afterAll(() => workshops.stop());

const manager = () => workshops.as(personas.managerOfBordeaux);
const aShift = async (day: string, more: Record<string, unknown> = {}) => {
  const plan = { placeId, startsAt: `${day}T09:00:00Z`, endsAt: `${day}T12:00:00Z`, needed: 1, skills: [], ...more };
  const reply = await manager().command('scheduleShift', plan);
  return (reply.data?.['scheduleShift'] as { id: string }).id;
};
const aHelper = async (skills: MediationTheme[] = []) => {
  const memberId = randomUUID();
  const who: Persona = { subject: `helper ${memberId}`, role: 'HELPER', branches: ['BX'] };
  const describe = (able: MediationTheme[]) => {
    const after = { kind: 'VOLUNTEER' as const, skills: able, branches: ['BX'], missionEndsOn: null };
    const data = { memberId, subject: who.subject, after };
    return workshops.deliver(happened(HelperDescribed, { branch: 'BX', at: workshops.clock.now(), data }));
  };
  await describe(skills);
  const say = (answer: 'takeShift' | 'leaveShift', shiftId: string) => workshops.as(who).command(answer, { shiftId });
  return { say, describe };
};
const tell = () => Promise.all([1, 2, 3].map(() => workshops.app.get(TellGaps, { strict: false }).execute()));
const toldOf = async (shiftId: string) =>
  (await workshops.published())
    .filter(({ type, data }) => type === 'workshops.shift-gap-noticed' && data['shiftId'] === shiftId)
    .map(({ data }) => [data['missing'], data['skills']]);

it('tells once what a shift of the next seven days lacks, whoever looks at once, and nothing of later ones', async () => {
  const near = await aShift('2026-12-03', { needed: 2, startsAt: '2026-12-03T08:00:00Z', skills: ['EMAIL'] });
  const far = await aShift('2026-12-03', { startsAt: '2026-12-03T08:00:01Z' });
  const off = await aShift('2026-11-27');
  await manager().command('cancelShift', { shiftId: off });
  await tell();
  await tell();
  expect([await toldOf(near), await toldOf(far), await toldOf(off)]).toEqual([[[2, ['EMAIL']]], [], []]);
  const [{ data } = { data: {} }] = (await workshops.published())
    .filter(({ data }) => data['shiftId'] === near)
    .slice(-1);
  expect(Object.keys(data).sort()).toEqual(
    ['endsAt', 'gapId', 'missing', 'occurredOn', 'placeId', 'shiftId', 'skills', 'startsAt'].sort(),
  );
  workshops.clock.set('2026-11-26T08:00:01.000Z');
  await tell();
  expect([await toldOf(near), await toldOf(far)]).toEqual([[[2, ['EMAIL']]], [[1, []]]]);
});

it('tells nothing of a shift filled before, and tells a gap that opens anew, though it was filled for a moment only', async () => {
  const filled = await aShift('2026-11-28');
  const [one, other] = [await aHelper(), await aHelper()];
  await one.say('takeShift', filled);
  await tell();
  expect(await toldOf(filled)).toEqual([]);
  await one.say('leaveShift', filled);
  await tell();
  await other.say('takeShift', filled);
  await other.say('leaveShift', filled);
  await tell();
  await tell();
  expect(await toldOf(filled)).toEqual([
    [1, []],
    [1, []],
  ]);
  workshops.clock.set('2026-11-28T09:00:00.000Z');
  await one.say('takeShift', filled);
  await tell();
  expect((await toldOf(filled)).length).toBe(2);
});

it('tells that nobody of those who come has a skill, until somebody who comes has it', async () => {
  const shiftId = await aShift('2026-11-29', { skills: ['EMAIL', 'HEALTH'] });
  const helper = await aHelper(['EMAIL']);
  await helper.say('takeShift', shiftId);
  await tell();
  await tell();
  expect(await toldOf(shiftId)).toEqual([[0, ['HEALTH']]]);
  await helper.describe(['EMAIL', 'HEALTH']);
  await tell();
  await helper.say('leaveShift', shiftId);
  await tell();
  expect(await toldOf(shiftId)).toEqual([
    [0, ['HEALTH']],
    [1, ['EMAIL', 'HEALTH']],
  ]);
});
