import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { helperIdOf } from '#access';
import { HelperDescribed, HoursRecorded, happened, type MemberRole } from '#events';
import { type Persona, personas, startForTest, type TestService, wordsIn } from '#testing';
import { Member } from '../members/member.entity.js';
import { NetworkModule } from '../network.module.js';

const { managerOfBordeaux, managerOfLille, helperOfBordeaux, coordinator } = personas;
const HELPER = '0192f0aa-0000-7000-8000-000000000021';
const AT = new Date('2026-06-01T08:00:00.000Z');
let network: TestService;
beforeAll(async () => {
  network = await startForTest(NetworkModule, { now: '2026-11-26T08:00:00.000Z' });
  const place = { communeCode: '33063', latitude: 44.84, longitude: -0.58, openedOn: '2020-01-01' };
  for (const [code, city] of [
    ['BX', 'Bordeaux'],
    ['LI', 'Lille'],
  ])
    await network.as(coordinator).command('openBranch', { ...place, code, city }, 'code');
  const known: [string, string, Persona][] = [
    [HELPER, 'Hector Aide', helperOfBordeaux],
    ['0192f0aa-0000-7000-8000-000000000022', 'Rose Responsable', managerOfBordeaux],
  ];
  for (const [id, name, who] of known) {
    const facts = { role: who.role as MemberRole, branches: [...who.branches] };
    const { member } = Member.known(id, who.subject, { name, mail: `${who.subject}@exemple.fr`, facts }, AT);
    if (who === helperOfBordeaux) member.helperKind = 'VOLUNTEER';
    await network.tables((tx) => tx.insert(Member, member));
  }
  const after = { kind: 'VOLUNTEER' as const, skills: [], branches: ['BX'], missionEndsOn: null };
  const described = { memberId: HELPER, subject: helperOfBordeaux.subject, after };
  await network.deliver(happened(HelperDescribed, { branch: 'BX', at: AT, data: described }));
});
afterAll(() => network.stop());

const hours = (
  occurredOn: string,
  minutes: number,
  more: Partial<{ branch: string; subject: string; dutyId: string }> = {},
) => {
  const { branch = 'BX', subject = helperOfBordeaux.subject, dutyId = randomUUID() } = more;
  const data = { shiftId: randomUUID(), dutyId, occurredOn, before: 0, after: minutes, helperId: helperIdOf(subject) };
  return network.deliver(happened(HoursRecorded, { branch, at: AT, data }));
};
const rate = (cents: number, from: string, until: string | null = null, who: Persona = coordinator) =>
  network.as(who).command('setHelperRate', { cents, from, until }, 'cents from until');
const value = async (who: Persona, from = '2026-01-01', to = '2026-12-31') => {
  const fields = 'lines { branch kind helpers minutes unvaluedMinutes cents } minutes unvaluedMinutes cents';
  const query = `query ($from: LocalDate!, $to: LocalDate!) { helperValue(from: $from, to: $to) { ${fields} } }`;
  return (await network.as(who).query(query, { from, to })).data?.['helperValue'];
};
const asked = (who: Persona, year: number, memberId: string | null = null) =>
  network
    .as(who)
    .query(
      'query ($year: Int!, $memberId: UUID) { helperStatement(year: $year, memberId: $memberId) { name base64 } }',
      {
        year,
        memberId,
      },
    );
const statement = async (who: Persona, memberId: string | null = null) => {
  const { data, errors } = await asked(who, 2026, memberId);
  expect(errors).toBeUndefined();
  return wordsIn((data?.['helperStatement'] as { base64: string }).base64);
};

it('has one rate a day: set anew from a day on the open one ends there, and what would overlap is refused', async () => {
  await rate(1_200, '2026-01-01');
  expect((await rate(1_500, '2026-04-01', '2027-01-01')).data?.['setHelperRate']).toEqual({
    ...{ cents: 1_500, from: '2026-04-01', until: '2027-01-01' },
  });
  expect(await rate(1_400, '2026-12-31')).toBeRefused('HELPER_RATE_OVERLAP', 'input.from');
  expect(await rate(1_400, '2025-06-01', '2026-02-01')).toBeRefused('HELPER_RATE_OVERLAP', 'input.from');
  expect(await rate(1_400, '2028-01-01', '2028-01-01')).toBeRefused('HELPER_RATE_PERIOD', 'input.until');
  expect(await rate(0, '2028-01-01')).toBeRefused('HELPER_RATE_CENTS', 'input.cents');
  expect(await rate(1_400, '2028-01-01', null, managerOfBordeaux)).toBeRefused('FORBIDDEN');
  const { data } = await network.as(helperOfBordeaux).query('{ helperRates { cents from until } }');
  expect(data?.['helperRates']).toEqual([
    { cents: 1_500, from: '2026-04-01', until: '2027-01-01' },
    { cents: 1_200, from: '2026-01-01', until: '2026-04-01' },
  ]);
});

it('values hours at the rate of their day, by branch and tie, mended as they are mended', async () => {
  const dutyId = randomUUID();
  await hours('2026-03-31', 90, { dutyId });
  await hours('2026-03-31', 50, { dutyId });
  await hours('2026-04-01', 125);
  await hours('2025-12-31', 60);
  await hours('2026-05-05', 30, { branch: 'LI', subject: 'somebody whom nobody described' });
  // 50 min at 12 € and 125 at 15 €: 10 € and 31,25 €.
  const bordeaux = { branch: 'BX', kind: 'VOLUNTEER', helpers: 1, minutes: 175, unvaluedMinutes: 0, cents: 4_125 };
  const lille = { branch: 'LI', kind: null, helpers: 1, minutes: 30, unvaluedMinutes: 0, cents: 750 };
  expect(await value(coordinator)).toEqual({
    ...{ lines: [bordeaux, lille], minutes: 205, unvaluedMinutes: 0, cents: 4_875 },
  });
  expect(await value(managerOfBordeaux)).toMatchObject({ lines: [bordeaux], cents: 4_125 });
  expect(await value(managerOfLille, '2025-12-31', '2026-05-04')).toEqual({
    ...{ lines: [], minutes: 0, unvaluedMinutes: 0, cents: 0 },
  });
  expect(await value(managerOfBordeaux, '2025-01-01', '2025-12-31')).toMatchObject({ unvaluedMinutes: 60, cents: 0 });
  expect(
    await network.as(helperOfBordeaux).query('{ helperValue(from: "2026-01-01", to: "2026-01-02") { cents } }'),
  ).toBeRefused('FORBIDDEN');
});

it('is a paper for the helper and for whoever manages them, and for nobody else', async () => {
  const own = await statement(helperOfBordeaux);
  for (const said of [
    '2026 Hector Aide bénévole',
    'mars 2026 Bordeaux 0 h 50 10,00 €',
    'avril 2026 Bordeaux 2 h 05 31,25 €',
    'Total 2 h 55 41,25 €',
  ])
    expect(own).toContain(said);
  expect(await statement(managerOfBordeaux, HELPER)).toBe(own);
  expect(await statement(managerOfBordeaux)).toContain('Total 0 h 00 0,00 €');
  expect(await asked(managerOfLille, 2026, HELPER)).toBeRefused('NOT_FOUND', 'memberId');
  expect(await asked(helperOfBordeaux, 2026, '0192f0aa-0000-7000-8000-000000000022')).toBeRefused(
    'NOT_FOUND',
    'memberId',
  );
  expect(await asked(helperOfBordeaux, 1999)).toBeRefused('STATEMENT_YEAR', 'year');
  expect(await asked(coordinator, 2026, HELPER)).toBeRefused('FORBIDDEN');
});

it('shows a helper no hours but their own in the database as well', async () => {
  await hours('2026-06-01', 30, { subject: 'another helper' });
  const actor = { ...helperOfBordeaux, correlationId: 'test' };
  const seen: { helper_id: string }[] = await network.database.read(actor, (tx) =>
    tx.query('SELECT DISTINCT helper_id FROM helper_hours'),
  );
  expect(seen).toEqual([{ helper_id: helperIdOf(helperOfBordeaux.subject) }]);
});
