import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { happened, SupportActVoided } from '#events';
import { personas, startForTest, type TestService } from '#testing';
import { actFacts, actRecorded } from '../../test/given.js';
import { ReportingModule } from '../reporting.module.js';

let reporting: TestService;
beforeAll(async () => {
  reporting = await startForTest(ReportingModule);
});
afterAll(() => reporting.stop());

async function lastMonths(
  input: Record<string, unknown>,
  of: string[],
): Promise<Record<string, Record<string, number>>> {
  const reply = await reporting
    .as(personas.coordinator)
    .query(
      'query ($input: FiguresInput!, $of: [FigureCode!]!) { figures(input: $input) { lastMonths(of: $of) { code months { start value } } } }',
      { input, of },
    );
  if (!reply.data) throw new Error(JSON.stringify(reply));
  const { lastMonths: list } = reply.data['figures'] as {
    lastMonths: { code: string; months: { start: string; value: number }[] }[];
  };
  return Object.fromEntries(
    list.map(({ code, months }) => [code, Object.fromEntries(months.map(({ start, value }) => [start, value]))]),
  );
}

it('gives every one of the twelve months that end with the period, and counts nothing after it', async () => {
  const branches = ['NA'];
  const person = randomUUID();
  const act = (occurredOn: string, beneficiaryId: string | null = person, id = randomUUID()) =>
    actRecorded(actFacts({ occurredOn, beneficiaryId }), 'NA', id);
  const taken = actFacts({ occurredOn: '2026-02-03', beneficiaryId: person });
  const takenId = randomUUID();
  await reporting.deliver(
    act('2025-04-02'),
    act('2025-03-31'),
    act('2026-01-10'),
    act('2026-01-20'),
    act('2026-01-20', randomUUID()),
    act('2026-03-31'),
    actRecorded(taken, 'NA', takenId),
    happened(SupportActVoided, {
      branch: 'NA',
      at: new Date('2026-02-04T10:00:00Z'),
      data: { supportActId: takenId, before: taken },
    }),
  );
  const found = await lastMonths({ branches, from: '2026-03-01', to: '2026-03-30' }, [
    'SUPPORT_ACTS',
    'UNIQUE_PEOPLE',
    'ATTENDANCE_RATE',
    'DEVICES_READY',
  ]);
  const nothing = Object.fromEntries(
    ['2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12', '2026-01']
      .concat(['2026-02', '2026-03'])
      .map((month) => [`${month}-01`, 0]),
  );
  expect(found['SUPPORT_ACTS']).toEqual({ ...nothing, '2025-04-01': 1, '2026-01-01': 3 });
  expect(found['UNIQUE_PEOPLE']).toEqual({ ...nothing, '2025-04-01': 1, '2026-01-01': 2 });
  expect(Object.values(found['ATTENDANCE_RATE'] ?? {})).toEqual(Array.from({ length: 12 }, () => null));
  expect(found['DEVICES_READY']).toBeUndefined();
});
