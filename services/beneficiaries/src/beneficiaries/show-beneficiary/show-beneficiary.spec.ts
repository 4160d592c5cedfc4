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

const entities = (id: string, who = personas.managerOfBordeaux) =>
  service
    .as(who)
    .query('query ($r: [_Any!]!) { _entities(representations: $r) { ... on Beneficiary { id familyName ageBand } } }', {
      r: [{ __typename: 'Beneficiary', id }],
    });
const show = (id: string, who = personas.managerOfBordeaux) =>
  service.as(who).query('query ($id: UUID!) { beneficiary(id: $id) { id familyName } }', { id });

it('shows a person of one’s own branch, by query and by reference', async () => {
  const id = await given.beneficiary(service);
  expect((await show(id)).data).toEqual({ beneficiary: { id, familyName: 'Vauquelin' } });
  expect((await entities(id)).data).toEqual({
    _entities: [{ id, familyName: 'Vauquelin', ageBand: 'FROM_40_TO_59' }],
  });
});

it('shows nothing of another branch’s person', async () => {
  const id = await given.beneficiary(service);
  expect(await show(id, personas.managerOfLille)).toBeRefused('NOT_FOUND', 'id');
  expect((await entities(id, personas.managerOfLille)).data).toEqual({ _entities: [null] });
});

it('refuses roles that read no people, by query and by reference', async () => {
  const id = await given.beneficiary(service);
  for (const who of [personas.coordinator, personas.auditor, personas.prescriberOfBordeaux, personas.apiClient]) {
    expect(await show(id, who)).toBeRefused('FORBIDDEN');
    expect(await entities(id, who)).toBeRefused('FORBIDDEN');
  }
});

it('lists whom I opened last, latest first, and nobody another opened', async () => {
  const first = await given.beneficiary(service);
  const second = await given.beneficiary(service);
  const me = { ...personas.helperOfBordeaux, subject: 'test-helper-who-opens' };
  await show(first, me);
  service.clock.set('2026-11-26T08:01:00.000Z');
  await show(second, me);
  service.clock.set('2026-11-26T08:02:00.000Z');
  await show(first, me);
  const recent = await service.as(me).query('{ recentBeneficiaries { id } }');
  expect(recent.data).toEqual({ recentBeneficiaries: [{ id: first }, { id: second }] });
  const theirs = await service.as(personas.managerOfLille).query('{ recentBeneficiaries { id } }');
  expect(theirs.data).toEqual({ recentBeneficiaries: [] });
});
