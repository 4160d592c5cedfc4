import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { z } from 'zod';
import { BeneficiaryVoided, CATALOGUE, happened, SupportActCorrected } from '#events';
import { personas, startForTest, type TestService } from '#testing';
import { actFacts, actRecorded } from '../../test/given.js';
import { FiguresApplier } from '../projection/figures-applier.js';
import { ReportingModule } from '../reporting.module.js';

let reporting: TestService;
beforeAll(async () => {
  reporting = await startForTest(ReportingModule);
});
afterAll(() => reporting.stop());

it('counts a person once, though their act is corrected after their record was taken back', async () => {
  const supportActId = randomUUID();
  const before = actFacts({ occurredOn: '2026-03-10' });
  const at = new Date('2026-04-01T08:00:00Z');
  const enrolment = {
    kind: 'TRACKED' as const,
    enrolledOn: '2026-03-01',
    orientationSource: 'SELF' as const,
    organisationId: null,
    classes: before.classes,
  };
  const beneficiaryId = String(before.beneficiaryId);
  await reporting.deliver(
    actRecorded(before, 'BX', supportActId),
    happened(BeneficiaryVoided, {
      branch: 'BX',
      at,
      data: { beneficiaryId, occurredOn: '2026-04-01', before: enrolment },
    }),
  );
  await expect(reporting.tables((tx) => tx.query('DELETE FROM person_number'))).rejects.toThrow('permission denied');
  const after = { ...before, occurredOn: '2026-03-11' };
  await reporting.deliver(happened(SupportActCorrected, { branch: 'BX', at, data: { supportActId, before, after } }));
  const reply = await reporting
    .as(personas.coordinator)
    .query('{ figures(input: { from: "2026-01-01", to: "2026-12-31" }) { figures(of: [UNIQUE_PEOPLE]) { value } } }');
  expect(reply.data).toEqual({ figures: { figures: [{ value: 1 }] } });
});

it('counts no event that speaks of two branches: its ticks, its rows and its wait would have to take both', () => {
  const types = new Set(reporting.app.get(FiguresApplier).counted);
  const counted = [...CATALOGUE.values()].filter(({ name }) => types.has(name));
  expect(counted.length).toBeGreaterThan(10);
  const naming = counted.filter(({ data }) => JSON.stringify(z.toJSONSchema(data)).includes('"branch"'));
  expect(naming.map(({ name }) => name)).toEqual([]);
});
