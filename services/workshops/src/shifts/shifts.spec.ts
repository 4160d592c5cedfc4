import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { HelperDescribed, happened, type MediationTheme, MemberWithdrawn } from '#events';
import { type Persona, personas, startForTest, type TestService } from '#testing';
import { givenIn } from '../../test/given.js';
import { WorkshopsModule } from '../workshops.module.js';

const NOW = '2026-11-26T08:00:00.000Z';
let workshops: TestService;
let given: ReturnType<typeof givenIn>;
let placeId: string;
beforeAll(async () => {
  workshops = await startForTest(WorkshopsModule, { now: NOW });
  given = givenIn(workshops);
  await given.branch();
  placeId = await given.place();
});
beforeEach(() => workshops.clock.set(NOW));
afterAll(() => workshops.stop());

const manager = () => workshops.as(personas.managerOfBordeaux);
let days = 0;
/** Each test has a day of its own, so that helpers are free. */
const aShift = async (more: Record<string, unknown> = {}) => {
  days += 1;
  const day = `2027-0${1 + Math.floor(days / 28)}-${String((days % 28) + 1).padStart(2, '0')}`;
  const plan = { placeId, startsAt: `${day}T09:00:00Z`, endsAt: `${day}T12:00:00Z`, needed: 1, skills: [], ...more };
  const reply = await manager().command('scheduleShift', plan);
  if (!reply.data) throw new Error(JSON.stringify(reply.errors));
  return { id: (reply.data['scheduleShift'] as { id: string }).id, day };
};
const aHelper = async (skills: MediationTheme[] = [], missionEndsOn: string | null = null) => {
  const memberId = randomUUID();
  const who: Persona = { subject: `helper ${memberId}`, role: 'HELPER', branches: ['BX'] };
  const after = { kind: 'VOLUNTEER' as const, skills, branches: ['BX'], missionEndsOn };
  const data = { memberId, subject: who.subject, after };
  await workshops.deliver(happened(HelperDescribed, { branch: 'BX', at: workshops.clock.now(), data }));
  return { memberId, who, as: workshops.as(who) };
};
const candidatesOf = async (shiftId: string) =>
  (await manager().query('query ($id: UUID!) { shiftCandidates(shiftId: $id) }', { id: shiftId })).data?.[
    'shiftCandidates'
  ];
const shown = async (who: Persona, day: string, fields: string) =>
  (
    (
      await workshops
        .as(who)
        .query(`{ shifts(from: "${day}T00:00:00Z", until: "${day}T23:59:00Z") { items { ${fields} } } }`)
    ).data?.['shifts'] as { items: Record<string, unknown>[] }
  ).items;

it('is taken by whoever comes first, and never by more than it needs, when twenty answer at once', async () => {
  const { id, day } = await aShift({ needed: 2 });
  const helpers = await Promise.all(Array.from({ length: 20 }, () => aHelper()));
  const answers = await Promise.all(helpers.map(({ as }) => as.command('takeShift', { shiftId: id })));
  expect(answers.filter(({ data }) => data?.['takeShift']).length).toBe(2);
  for (const answer of answers.filter(({ data }) => !data)) expect(answer).toBeRefused('SHIFT_FULL', 'input.shiftId');
  expect(await shown(personas.managerOfBordeaux, day, 'taken needed')).toEqual([{ taken: 2, needed: 2 }]);
});

it('is not taken by somebody who is elsewhere at that time, though it be another branch', async () => {
  const { id, day } = await aShift();
  const { who, as } = await aHelper();
  await as.command('takeShift', { shiftId: id });
  const other = await aShift({ startsAt: `${day}T11:00:00Z`, endsAt: `${day}T13:00:00Z` });
  const next = await aShift({ startsAt: `${day}T12:00:00Z`, endsAt: `${day}T13:00:00Z` });
  expect(await as.command('takeShift', { shiftId: other.id })).toBeRefused('SHIFTS_OVERLAP', 'input.shiftId');
  expect((await as.command('takeShift', { shiftId: next.id })).errors).toBeUndefined();
  expect((await shown(who, day, 'mine')).map(({ mine }) => mine)).toEqual(['TAKEN', null, 'TAKEN']);
});

it('finds those who can help and are free, asks each once, and the first who says yes is in', async () => {
  const { id, day } = await aShift({ skills: ['EMAIL'] });
  const able = await aHelper(['EMAIL', 'BROWSING']);
  const asWell = await aHelper(['EMAIL']);
  await aHelper(['BROWSING']);
  await aHelper(['EMAIL'], '2026-12-31');
  const busy = await aHelper(['EMAIL']);
  const gone = await aHelper(['EMAIL']);
  const elsewhere = await aShift({ startsAt: `${day}T08:00:00Z`, endsAt: `${day}T10:00:00Z` });
  await busy.as.command('takeShift', { shiftId: elsewhere.id });
  const facts = { role: 'HELPER' as const, branches: ['BX'] };
  const left = { memberId: gone.memberId, before: facts };
  await workshops.deliver(happened(MemberWithdrawn, { branch: 'BX', at: workshops.clock.now(), data: left }));
  expect(await candidatesOf(id)).toEqual([able.memberId, asWell.memberId].sort());
  expect(await manager().command('inviteToShift', { shiftId: id, memberIds: [busy.memberId] })).toBeRefused(
    'NOT_A_CANDIDATE',
    'input.memberIds',
  );
  await manager().command('inviteToShift', { shiftId: id });
  await manager().command('inviteToShift', { shiftId: id });
  const [first] = await shown(personas.managerOfBordeaux, day, 'id duties { memberId state }').then((all) =>
    all.filter((shift) => shift['id'] === id),
  );
  expect(first?.['duties']).toHaveLength(2);
  expect(await candidatesOf(id)).toEqual([]);
  expect((await asWell.as.command('takeShift', { shiftId: id })).errors).toBeUndefined();
  expect(await able.as.command('takeShift', { shiftId: id })).toBeRefused('SHIFT_FULL', 'input.shiftId');
});

it('is missing somebody again when they give it back, before it begins and not after', async () => {
  const { id, day } = await aShift();
  const [{ as }, other] = [await aHelper(), await aHelper()];
  await as.command('takeShift', { shiftId: id });
  await as.command('leaveShift', { shiftId: id });
  expect((await workshops.published()).slice(-2).map(({ type, data }) => [type, data['taken']])).toEqual([
    ['workshops.shift-joined', 1],
    ['workshops.shift-released', 0],
  ]);
  await other.as.command('takeShift', { shiftId: id });
  workshops.clock.set(`${day}T09:00:00.000Z`);
  expect(await other.as.command('leaveShift', { shiftId: id })).toBeRefused('SHIFT_BEGUN', 'input.shiftId');
});

it('gives hours once it has begun, which may be mended', async () => {
  const { id, day } = await aShift();
  const { as } = await aHelper();
  await as.command('takeShift', { shiftId: id });
  const [shift] = await shown(personas.managerOfBordeaux, day, 'duties { id }');
  const [duty] = (shift?.['duties'] ?? []) as { id: string }[];
  const record = (minutes: number) => manager().command('recordHours', { dutyId: duty?.id ?? '', minutes });
  expect(await record(180)).toBeRefused('SHIFT_NOT_BEGUN', 'input.dutyId');
  workshops.clock.set(`${day}T12:00:00.000Z`);
  await record(180);
  await record(180);
  await record(150);
  expect(await record(800)).toBeRefused('HOURS_OUT_OF_RANGE', 'input.minutes');
  expect(await as.command('recordHours', { dutyId: duty?.id ?? '', minutes: 600 })).toBeRefused('FORBIDDEN');
  const said = (await workshops.published()).filter(({ type }) => type === 'workshops.hours-recorded');
  expect(said.map(({ data }) => [data['before'], data['after'], data['occurredOn']])).toEqual([
    [0, 180, day],
    [180, 150, day],
  ]);
});

it('is not shown to another branch, and off for everybody once it is called off', async () => {
  const { id, day } = await aShift();
  const { who, as } = await aHelper();
  await as.command('takeShift', { shiftId: id });
  expect(await workshops.as(personas.managerOfLille).command('cancelShift', { shiftId: id })).toBeRefused(
    'NOT_FOUND',
    'input.shiftId',
  );
  expect(await as.command('cancelShift', { shiftId: id })).toBeRefused('FORBIDDEN');
  await manager().command('cancelShift', { shiftId: id });
  expect(await shown(who, day, 'state mine')).toEqual([{ state: 'CANCELLED', mine: 'LEFT' }]);
  expect(await as.command('takeShift', { shiftId: id })).toBeRefused('SHIFT_CANCELLED', 'input.shiftId');
});

it('is moved with everybody on it, unless one of them is elsewhere then, and once it has begun not at all', async () => {
  const { id, day } = await aShift({ needed: 2 });
  const [{ as }, busy] = [await aHelper(), await aHelper()];
  await as.command('takeShift', { shiftId: id });
  await busy.as.command('takeShift', { shiftId: id });
  const other = await aShift({ startsAt: `${day}T14:00:00Z`, endsAt: `${day}T16:00:00Z` });
  await busy.as.command('takeShift', { shiftId: other.id });
  const move = (hours: readonly [string, string], who = manager()) =>
    who.command('moveShift', { shiftId: id, startsAt: `${day}T${hours[0]}Z`, endsAt: `${day}T${hours[1]}Z` });
  expect(await move(['15:00:00', '17:00:00'])).toBeRefused('HELPER_TAKEN', 'input.startsAt');
  expect(await move(['17:00:00', '16:00:00'])).toBeRefused('SHIFT_LENGTH', 'input.endsAt');
  expect(await move(['16:00:00', '18:00:00'], as)).toBeRefused('FORBIDDEN');
  expect((await move(['16:00:00', '18:00:00'])).errors).toBeUndefined();
  expect((await workshops.published()).at(-1)).toMatchObject({
    type: 'workshops.shift-moved',
    data: { before: { startsAt: `${day}T09:00:00.000Z` }, after: { startsAt: `${day}T16:00:00.000Z` } },
  });
  // Where they were expected before, they are free again.
  const morning = await aShift({ startsAt: `${day}T09:00:00Z`, endsAt: `${day}T11:00:00Z` });
  expect((await as.command('takeShift', { shiftId: morning.id })).errors).toBeUndefined();
  workshops.clock.set(`${day}T16:00:00.000Z`);
  expect(await move(['19:00:00', '20:00:00'])).toBeRefused('SHIFT_BEGUN', 'input.shiftId');
});

it('asks nobody outside the hours of the week they gave, nor while they are away', async () => {
  // A Monday of winter: 10:00 to 13:00 by the clocks of Bordeaux.
  const { id } = await aShift({ startsAt: '2027-01-11T09:00:00Z', endsAt: '2027-01-11T12:00:00Z', skills: ['HEALTH'] });
  const { memberId, as } = await aHelper(['HEALTH']);
  const say = (weekly: unknown[], away: unknown[] = []) =>
    as.command('setAvailability', { weekly, away }, 'weekly { from }');
  const monday = { weekday: 1, from: '10:00', until: '13:00' };
  const cases = [
    [[], [], true],
    [[monday], [], true],
    [[{ ...monday, from: '10:30' }], [], false],
    [[{ ...monday, weekday: 2 }], [], false],
    [[], [{ from: '2027-01-01', until: '2027-01-10' }], true],
    [[monday], [{ from: '2027-01-11', until: '2027-01-12' }], false],
  ] as const;
  expect(await candidatesOf(id)).toEqual([memberId]);
  for (const [weekly, away, asked] of cases) {
    expect((await say([...weekly], [...away])).errors).toBeUndefined();
    expect([weekly, away, await candidatesOf(id)]).toEqual([weekly, away, asked ? [memberId] : []]);
  }
  expect(await say([{ ...monday, until: '10:00' }])).toBeRefused('AVAILABILITY_HOURS', 'input.weekly');
  expect(await say([], [{ from: '2027-01-12', until: '2027-01-11' }])).toBeRefused('AVAILABILITY_DAYS', 'input.away');
  const mine = await as.query('{ myAvailability { weekly { weekday from until } away { from } } }');
  expect(mine.data).toEqual({ myAvailability: { weekly: [monday], away: [{ from: '2027-01-11' }] } });
  expect((await manager().query('{ myAvailability { id } }')).data).toEqual({ myAvailability: null });
});

it('are told of one helper to whoever plans, and to nobody else', async () => {
  const [held, left, other] = [await aShift(), await aShift(), await aShift({ needed: 2 })];
  const { memberId, as, who } = await aHelper();
  for (const { id } of [held, left]) await as.command('takeShift', { shiftId: id });
  await as.command('leaveShift', { shiftId: left.id });
  await (await aHelper()).as.command('takeShift', { shiftId: other.id });
  const query = 'query ($id: UUID) { shifts(from: "2027-01-01T00:00:00Z", memberId: $id) { items { id } } }';
  const { data } = await manager().query(query, { id: memberId });
  expect(data?.['shifts']).toEqual({ items: [{ id: held.id }] });
  expect(await workshops.as(who).query(query, { id: memberId })).toBeRefused('FORBIDDEN', 'memberId');
  const lille = await workshops.as(personas.managerOfLille).query(query, { id: memberId });
  expect(lille.data?.['shifts']).toEqual({ items: [] });
});
