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

const takeBack = (id: string, reason = 'doublon saisi deux fois') =>
  service.as(personas.managerOfBordeaux).command('voidBeneficiary', { id, reason }, 'voided version');

it('takes an enrolment back with the classes it was counted by', async () => {
  const id = await given.beneficiary(service, { occurredOn: '2026-11-02' });
  expect((await takeBack(id)).data).toEqual({ voidBeneficiary: { voided: true, version: 2 } });
  expect((await service.published()).at(-1)).toMatchObject({
    type: 'beneficiaries.beneficiary-voided',
    branch: 'BX',
    data: { beneficiaryId: id, before: { enrolledOn: '2026-11-02', classes: { ageBand: 'FROM_40_TO_59' } } },
  });
});

it('leaves lists, and can be changed no more', async () => {
  const id = await given.beneficiary(service, { familyName: 'Effacée' });
  await takeBack(id);
  const client = service.as(personas.managerOfBordeaux);
  const list = await client.query('{ beneficiaries(text: "effacee") { items { id } } }');
  expect(list.data).toEqual({ beneficiaries: { items: [] } });
  expect(await takeBack(id)).toBeRefused('BENEFICIARY_VOIDED', 'input.id');
  expect(await client.command('changeSituation', { id, gender: 'MALE' })).toBeRefused('BENEFICIARY_VOIDED');
});

it('refuses to do so without a reason', async () => {
  expect(await takeBack(await given.beneficiary(service), 'no')).toBeRefused('REASON_REQUIRED', 'input.reason');
});
