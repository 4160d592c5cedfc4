import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { given } from '../../../test/given.js';
import { BeneficiariesModule } from '../../beneficiaries.module.js';

let service: TestService;
beforeAll(async () => {
  service = await startForTest(BeneficiariesModule);
  await given.branches(service);
});
afterAll(() => service.stop());

const correct = (input: Record<string, unknown>, fields = 'id') =>
  service
    .as(personas.managerOfBordeaux)
    .command('correctBeneficiary', { reason: 'saisi de travers', ...input }, fields);
const lastOf = async (id: string) =>
  (await service.published()).filter(({ data }) => data['beneficiaryId'] === id).at(-1);

it('restates the whole class history when the birth year was wrong', async () => {
  const id = await given.beneficiary(service, { birthYear: 1990, occurredOn: '2024-05-01' });
  const reply = await correct({ id, birthYear: 1956 }, 'version ageBand birthYear');
  expect(reply.data).toEqual({ correctBeneficiary: { version: 2, ageBand: 'FROM_70', birthYear: 1956 } });
  expect(await lastOf(id)).toMatchObject({
    type: 'beneficiaries.beneficiary-corrected',
    data: {
      occurredOn: '2026-11-26',
      before: { enrolledOn: '2024-05-01', classes: { ageBand: 'FROM_25_TO_39' } },
      after: { classes: { ageBand: 'FROM_60_TO_69' } },
      history: [
        { holdsFrom: '2024-05-01', classes: { ageBand: 'FROM_60_TO_69' } },
        { holdsFrom: '2026-01-01', classes: { ageBand: 'FROM_70' } },
      ],
    },
  });
});

it('keeps the reason here and sends none', async () => {
  const id = await given.beneficiary(service);
  const reply = await correct(
    { id, gender: 'MALE', reason: 'motif-canari' },
    'gender corrections { what reason author }',
  );
  expect(reply.data).toEqual({
    correctBeneficiary: {
      gender: 'MALE',
      corrections: [{ what: 'CORRECTED', reason: 'motif-canari', author: personas.managerOfBordeaux.subject }],
    },
  });
  const ledger = JSON.stringify(await service.tables((tx) => tx.query('SELECT e::text FROM outbox_event e')));
  expect(ledger).toContain('beneficiary-corrected');
  expect(ledger).not.toContain('canari');
});

it('moves the day of enrolment, who sent the person, and the organisation', async () => {
  const organisationId = '0190a000-0000-7000-8000-000000000002';
  await given.organisation(service, organisationId);
  const id = await given.beneficiary(service);
  await correct({ id, occurredOn: '2026-10-05', orientationSource: 'CASE_WORKER', organisationId });
  expect(await lastOf(id)).toMatchObject({
    data: {
      before: { enrolledOn: '2026-11-26', orientationSource: 'SELF', organisationId: null },
      after: { enrolledOn: '2026-10-05', orientationSource: 'CASE_WORKER', organisationId },
      history: [{ holdsFrom: '2026-10-05' }],
    },
  });
  await correct({ id, organisationId: null });
  expect(await lastOf(id)).toMatchObject({ data: { after: { organisationId: null } } });
});

it('mends a past situation and leaves the present one', async () => {
  const id = await given.beneficiary(service, { occurredOn: '2026-03-01' });
  await service
    .as(personas.managerOfBordeaux)
    .command('changeSituation', { id, holdsFrom: '2026-09-01', socialStatus: 'EMPLOYED' });
  await correct({ id, asOf: '2026-04-01', socialStatus: 'IN_EDUCATION' });
  expect(await lastOf(id)).toMatchObject({
    data: {
      before: { classes: { socialStatus: 'UNEMPLOYED' } },
      after: { classes: { socialStatus: 'IN_EDUCATION' } },
      history: [{ classes: { socialStatus: 'IN_EDUCATION' } }, { classes: { socialStatus: 'EMPLOYED' } }],
    },
  });
});

it.each([
  ['REASON_REQUIRED', 'input.reason', { reason: ' ', gender: 'MALE' }],
  ['NOTHING_CHANGES', undefined, { gender: 'FEMALE' }],
  ['BIRTH_YEAR', 'input.birthYear', { birthYear: 1066 }],
  ['ENROLMENT_DAY', 'input.occurredOn', { occurredOn: '2026-12-24' }],
  ['COMMUNE_UNKNOWN', 'input.communeCode', { communeCode: '00000' }],
  ['CHANGED_MEANWHILE', 'input.expectedVersion', { gender: 'MALE', expectedVersion: 9 }],
])('refuses with %s, and nothing is announced', async (code, field, input) => {
  const id = await given.beneficiary(service);
  const before = (await service.published()).length;
  expect(await correct({ id, ...input })).toBeRefused(code, field);
  expect((await service.published()).length).toBe(before);
});
