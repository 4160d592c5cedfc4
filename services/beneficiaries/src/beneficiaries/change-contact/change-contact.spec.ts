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

const change = (input: Record<string, unknown>, fields = 'id') =>
  service.as(personas.helperOfBordeaux).command('changeContact', input, fields);

it('changes name and contact data without telling anybody', async () => {
  const id = await given.beneficiary(service, { phone: '0612345678' });
  const before = (await service.published()).length;
  const reply = await change(
    { id, expectedVersion: 1, givenName: 'Odile', familyName: 'Martin', noPhone: true, email: 'odile@exemple.fr' },
    'familyName phone noPhone email version',
  );
  expect(reply.data).toEqual({
    changeContact: { familyName: 'Martin', phone: null, noPhone: true, email: 'odile@exemple.fr', version: 2 },
  });
  expect((await service.published()).length).toBe(before);
});

it('refuses a form that read an older version', async () => {
  const id = await given.beneficiary(service);
  await change({ id, expectedVersion: 1, familyName: 'Première' });
  expect(await change({ id, expectedVersion: 1, familyName: 'Seconde' })).toBeRefused(
    'CHANGED_MEANWHILE',
    'input.expectedVersion',
  );
});

it('refuses to give an anonymous person a name', async () => {
  const id = await given.anonymous(service);
  expect(await change({ id, givenName: 'Odile' })).toBeRefused('ANONYMOUS_HAS_NO_IDENTITY', 'input.id');
});

it('refuses a malformed phone number at its field', async () => {
  const id = await given.beneficiary(service);
  expect(await change({ id, familyName: 'Martin', phone: '06' })).toBeRefused('PHONE', 'input.phone');
});
