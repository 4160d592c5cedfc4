import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { given } from '../../../test/given.js';
import { BeneficiariesModule } from '../../beneficiaries.module.js';
import { AnnounceAgeBands } from './announce-age-bands.js';

let service: TestService;
beforeAll(async () => {
  service = await startForTest(BeneficiariesModule);
  await given.branches(service);
});
afterAll(() => service.stop());

const announce = () => service.app.get(AnnounceAgeBands, { strict: false }).execute();
const ofPerson = async (id: string) =>
  (await service.published()).filter(({ data }) => data['beneficiaryId'] === id).slice(1);

it('announces in December, once, the bands that 1 January brings', async () => {
  const turning = await given.beneficiary(service, { birthYear: 1987 });
  const staying = await given.beneficiary(service, { birthYear: 1988 });
  expect(await announce()).toBe(0);
  service.clock.set('2026-12-01T04:00:00.000Z');
  expect(await announce()).toBe(1);
  expect(await ofPerson(turning)).toMatchObject([
    {
      type: 'beneficiaries.situation-changed',
      data: { holdsFrom: '2027-01-01', before: { ageBand: 'FROM_25_TO_39' }, after: { ageBand: 'FROM_40_TO_59' } },
    },
  ]);
  expect(await ofPerson(staying)).toEqual([]);
  expect(await announce()).toBe(0);
  expect(await ofPerson(turning)).toHaveLength(1);
});

it('announces once when several instances do it at the same time', async () => {
  service.clock.set('2027-02-01T08:00:00.000Z');
  const people: string[] = [];
  while (people.length < 25) people.push(await given.beneficiary(service, { birthYear: 1988 }));
  service.clock.set('2027-12-02T04:00:00.000Z');
  await Promise.all([announce(), announce(), announce()]);
  for (const id of people)
    expect(await ofPerson(id)).toMatchObject([
      { data: { holdsFrom: '2028-01-01', after: { ageBand: 'FROM_40_TO_59' } } },
    ]);
});

it('makes up for a year nobody announced', async () => {
  service.clock.set('2026-06-01T04:00:00.000Z');
  const id = await given.beneficiary(service, { birthYear: 2009, privacyNoticeReadOn: '2026-05-01' });
  service.clock.set('2029-03-01T04:00:00.000Z');
  await announce();
  expect(await ofPerson(id)).toMatchObject([
    { data: { holdsFrom: '2027-01-01', after: { ageBand: 'FROM_18_TO_24' } } },
  ]);
});

it('carries a change of situation into the band already announced', async () => {
  service.clock.set('2030-12-05T08:00:00.000Z');
  const id = await given.beneficiary(service, { birthYear: 1991, occurredOn: '2030-12-01' });
  await service
    .as(personas.managerOfBordeaux)
    .command('changeSituation', { id, holdsFrom: '2030-12-10', socialStatus: 'EMPLOYED' });
  expect((await ofPerson(id)).map(({ data }) => data)).toMatchObject([
    { holdsFrom: '2031-01-01', after: { ageBand: 'FROM_40_TO_59', socialStatus: 'UNEMPLOYED' } },
    { holdsFrom: '2030-12-10', after: { ageBand: 'FROM_25_TO_39', socialStatus: 'EMPLOYED' } },
    { holdsFrom: '2031-01-01', before: { socialStatus: 'UNEMPLOYED' }, after: { socialStatus: 'EMPLOYED' } },
  ]);
});
