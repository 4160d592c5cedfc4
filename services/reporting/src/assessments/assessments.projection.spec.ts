import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AssessmentRecorded, AssessmentVoided, happened } from '#events';
import { personas, startForTest, type TestService } from '#testing';
import { ReportingModule } from '../reporting.module.js';

let reporting: TestService;
beforeAll(async () => {
  reporting = await startForTest(ReportingModule);
});
afterAll(() => reporting.stop());

type Told = AssessmentRecorded['data']['after'];
const at = new Date('2026-03-20T08:00:00Z');
const found = (profile: 'EXCLUDED' | 'ADVANCED', email: 'FULLY_ASSISTED' | 'AUTONOMOUS') => ({
  ...{ profile, level: 'BEGINNER' as const },
  themes: [
    { theme: 'EMAIL' as const, autonomy: email },
    { theme: 'BROWSING' as const, autonomy: 'AUTONOMOUS' as const },
  ],
});
const recorded = (after: Told, assessmentId: string = randomUUID()) =>
  happened(AssessmentRecorded, { branch: 'BX', at, data: { assessmentId, occurredOn: '2026-03-10', after } });

it('counts who progressed beside who was compared, by theme and from which profile to which, and takes a mistake back', async () => {
  const entry = found('EXCLUDED', 'FULLY_ASSISTED');
  const exit = (to: Told['found'], outcome: Told['outcome'] = 'ANSWERED'): Told => ({
    ...{ moment: 'EXIT', outcome, found: to, entry: to && entry },
  });
  const mistake = randomUUID();
  await reporting.deliver(
    recorded({ moment: 'ENTRY', outcome: 'ANSWERED', found: entry, entry: null }),
    recorded(exit(found('ADVANCED', 'AUTONOMOUS'))),
    recorded(exit(entry)),
    recorded(exit(null, 'REFUSED')),
    recorded(exit(found('ADVANCED', 'AUTONOMOUS')), mistake),
    recorded({ moment: 'SIX_MONTHS', outcome: 'UNREACHABLE', found: null, entry: null }),
  );
  const before = exit(found('ADVANCED', 'AUTONOMOUS'));
  const data = { assessmentId: mistake, occurredOn: '2026-03-10', before };
  await reporting.deliver(happened(AssessmentVoided, { branch: 'BX', at, data }));
  const reply = await reporting.as(personas.coordinator).query(`{
    figures(input: { from: "2026-03-01", to: "2026-03-31" }) {
      figures(of: [ASSESSED_AT_ENTRY, COMPARED_AT_EXIT, PROFILE_RAISED_AT_EXIT, AUTONOMY_RAISED_AT_EXIT, ASKED_AT_SIX_MONTHS, COMPARED_AT_SIX_MONTHS]) { value }
      base: breakdown(of: COMPARED_AT_EXIT, by: THEME) { member value }
      raised: breakdown(of: AUTONOMY_RAISED_AT_EXIT, by: THEME) { member value }
      changes: breakdown(of: COMPARED_AT_EXIT, by: PROFILE_CHANGE) { member value }
    } }`);
  const figures = reply.data?.['figures'] as Record<string, { value: number }[]>;
  expect(figures['figures']?.map(({ value }) => value)).toEqual([1, 2, 1, 1, 1, 0]);
  expect(figures['base']).toEqual(
    expect.arrayContaining([
      { member: 'EMAIL', value: 2 },
      { member: 'BROWSING', value: 2 },
    ]),
  );
  expect(figures['raised']).toEqual([{ member: 'EMAIL', value: 1 }]);
  expect(figures['changes']).toEqual(
    expect.arrayContaining([
      { member: 'EXCLUDED/ADVANCED', value: 1 },
      { member: 'EXCLUDED/EXCLUDED', value: 1 },
    ]),
  );
});
