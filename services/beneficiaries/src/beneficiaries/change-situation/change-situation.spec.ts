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

const change = (input: Record<string, unknown>, fields = 'id', who = personas.managerOfBordeaux) =>
  service.as(who).command('changeSituation', input, fields);
const announced = async (id: string) =>
  (await service.published()).filter(({ data }) => data['beneficiaryId'] === id).slice(1);

it('changes the situation from a day on and announces what was before', async () => {
  const id = await given.beneficiary(service, { occurredOn: '2026-03-01' });
  const reply = await change(
    { id, holdsFrom: '2026-09-01', socialStatus: 'EMPLOYED' },
    'version socialStatus gender situations { holdsFrom socialStatus }',
  );
  expect(reply.data).toEqual({
    changeSituation: {
      version: 2,
      socialStatus: 'EMPLOYED',
      gender: 'FEMALE',
      situations: [
        { holdsFrom: '2026-03-01', socialStatus: 'UNEMPLOYED' },
        { holdsFrom: '2026-09-01', socialStatus: 'EMPLOYED' },
      ],
    },
  });
  expect(await announced(id)).toMatchObject([
    {
      type: 'beneficiaries.situation-changed',
      branch: 'BX',
      data: { holdsFrom: '2026-09-01', before: { socialStatus: 'UNEMPLOYED' }, after: { socialStatus: 'EMPLOYED' } },
    },
  ]);
});

it('shows a situation still to come only once its day has come', async () => {
  const id = await given.beneficiary(service, { occurredOn: '2026-03-01' });
  const reply = await change({ id, holdsFrom: '2027-02-01', communeCode: '59350' }, 'commune { name }');
  expect(reply.data).toEqual({ changeSituation: { commune: { name: 'Bordeaux' } } });
});

it('forgets a commune that is not stated any more', async () => {
  const id = await given.beneficiary(service, { occurredOn: '2026-03-01' });
  const reply = await change({ id, communeCode: null }, 'commune { name }');
  expect(reply.data).toEqual({ changeSituation: { commune: null } });
});

it('refuses a day before or on that of enrolment, which is for a correction to mend', async () => {
  const id = await given.beneficiary(service, { occurredOn: '2026-03-01' });
  for (const holdsFrom of ['2026-02-28', '2026-03-01', '2027-11-27'])
    expect(await change({ id, holdsFrom, gender: 'MALE' })).toBeRefused('SITUATION_DAY', 'input.holdsFrom');
});

it('refuses a change that changes nothing', async () => {
  const id = await given.beneficiary(service, { occurredOn: '2026-03-01' });
  expect(await change({ id, gender: 'FEMALE' })).toBeRefused('NOTHING_CHANGES');
  expect(await change({ id, communeCode: '99999' })).toBeRefused('COMMUNE_UNKNOWN', 'input.communeCode');
});

it('refuses the second of two people who edit the same record', async () => {
  const id = await given.beneficiary(service, { occurredOn: '2026-03-01' });
  const both = await Promise.all([
    change({ id, expectedVersion: 1, socialStatus: 'EMPLOYED' }),
    change({ id, expectedVersion: 1, socialStatus: 'RETIRED' }),
  ]);
  const refused = both.filter(({ errors }) => errors !== undefined);
  expect(refused).toHaveLength(1);
  expect(refused[0]).toBeRefused('CHANGED_MEANWHILE', 'input.expectedVersion');
  expect(await announced(id)).toHaveLength(1);
});

it('answers alike for a person of another branch and for nobody', async () => {
  const id = await given.beneficiary(service, { occurredOn: '2026-03-01' });
  const theirs = await change({ id, gender: 'MALE' }, 'id', personas.managerOfLille);
  const nobodys = await change(
    { id: '0190a000-0000-7000-8000-0000000000ff', gender: 'MALE' },
    'id',
    personas.managerOfLille,
  );
  expect(theirs).toBeRefused('NOT_FOUND', 'input.id');
  expect(nobodys).toBeRefused('NOT_FOUND', 'input.id');
  const comparable = ({ errors }: typeof theirs) =>
    errors?.map(({ extensions: { correlationId: _each, ...same } }) => same);
  expect(comparable(theirs)).toEqual(comparable(nobodys));
});
