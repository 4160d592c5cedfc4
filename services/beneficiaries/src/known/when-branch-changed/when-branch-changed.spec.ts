import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BranchChanged, happened } from '#events';
import { personas, startForTest, type TestService } from '#testing';
import { given } from '../../../test/given.js';
import { BeneficiariesModule } from '../../beneficiaries.module.js';

let service: TestService;
beforeAll(async () => {
  service = await startForTest(BeneficiariesModule, { now: '2026-11-26T20:30:00.000Z' });
});
afterAll(() => service.stop());

const enrol = () => service.as(personas.managerOfBordeaux).command('enrolBeneficiary', given.enrolment(), 'enrolledOn');

it('refuses an enrolment for now while the branch is not known here', async () => {
  expect(await enrol()).toBeRefused('NOT_YET_KNOWN', 'input.branch');
});

it('counts a day by the zone the branch has now', async () => {
  await given.branches(service);
  expect((await enrol()).data).toEqual({ enrolBeneficiary: { enrolledOn: '2026-11-26' } });
  const facts = { city: 'Bordeaux', communeCode: '33063', latitude: 44.8, longitude: -0.6, state: 'OPEN' as const };
  await service.deliver(
    happened(BranchChanged, {
      branch: 'BX',
      at: new Date('2026-11-26T20:00:00.000Z'),
      data: { branch: 'BX', before: { ...facts, zone: 'Europe/Paris' }, after: { ...facts, zone: 'Pacific/Noumea' } },
    }),
  );
  expect((await enrol()).data).toEqual({ enrolBeneficiary: { enrolledOn: '2026-11-27' } });
});
