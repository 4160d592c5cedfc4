import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { NetworkModule } from '../../network.module.js';

let network: TestService;
beforeAll(async () => {
  network = await startForTest(NetworkModule);
  const bordeaux = { code: 'BX', city: 'Bordeaux', communeCode: '33063', latitude: 44.84, longitude: -0.58 };
  await network.as(personas.coordinator).command('openBranch', { ...bordeaux, openedOn: '2020-01-01' }, 'code');
  const address = { commune: 'Bordeaux', postcode: '33000', address: '1 rue Haute' };
  for (const [name, more] of Object.entries(RECORDS))
    expect(
      (await network.as(personas.managerOfBordeaux).command('registerPlace', { name, ...address, ...more })).errors,
    ).toBeUndefined();
});
afterAll(() => network.stop());

const FULL = {
  latitude: 44.84,
  longitude: -0.58,
  telephone: '+33556000000',
  openingHours: 'Mo-Fr 09:00-12:00',
  services: ['DIGITAL_SAFETY'],
  fees: ['FREE'],
  accessModes: ['WALK_IN'],
  supportModes: ['INDIVIDUAL'],
};
/** A complete record, one for each gap, and two that close the same gap another way. */
const RECORDS: Readonly<Record<string, object>> = {
  complete: FULL,
  bare: {},
  'by mail': { ...FULL, telephone: null, emails: ['accueil@exemple.fr'] },
  'by site': { ...FULL, telephone: null, websites: ['https://exemple.fr'] },
  nowhere: { ...FULL, latitude: null, longitude: null },
  unreachable: { ...FULL, telephone: null },
  timeless: { ...FULL, openingHours: null },
  idle: { ...FULL, services: null },
  priceless: { ...FULL, fees: null },
  doorless: { ...FULL, accessModes: null },
  alone: { ...FULL, supportModes: null },
};
const ALL_GAPS = ['POSITION', 'CONTACT', 'HOURS', 'SERVICES', 'FEES', 'ACCESS', 'SUPPORT'];

async function found(filter = '') {
  const reply = await network
    .as(personas.auditor)
    .query(`{ places(first: 100${filter}) { items { name gaps filledFields } } }`);
  expect(reply.errors).toBeUndefined();
  return (reply.data?.['places'] as { items: { name: string; gaps: string[] }[] }).items;
}
const namesOf = (places: readonly { name: string }[]) => places.map((place) => place.name).sort();

it('says what somebody looking for help does not find in a record', async () => {
  const gaps = Object.fromEntries((await found()).map((place) => [place.name, place.gaps]));
  expect(gaps).toEqual({
    complete: [],
    bare: ALL_GAPS,
    'by mail': [],
    'by site': [],
    nowhere: ['POSITION'],
    unreachable: ['CONTACT'],
    timeless: ['HOURS'],
    idle: ['SERVICES'],
    priceless: ['FEES'],
    doorless: ['ACCESS'],
    alone: ['SUPPORT'],
  });
});

it('lists complete places, or those with a gap, by the same rule', async () => {
  const everything = await found();
  const complete = await found(', complete: true');
  expect(namesOf(complete)).toEqual(namesOf(everything.filter((place) => place.gaps.length === 0)));
  expect(namesOf(complete)).toEqual(['by mail', 'by site', 'complete']);
  expect(namesOf(await found(', complete: false'))).toEqual(
    namesOf(everything.filter((place) => place.gaps.length > 0)),
  );
});

it('exports the places that the list shows, whatever narrows it', async () => {
  const rows = async (choice: string) => {
    const reply = await network.as(personas.auditor).query(`{ exportPlaces${choice} { content rows } }`);
    expect(reply.errors).toBeUndefined();
    return reply.data?.['exportPlaces'] as { content: string; rows: number };
  };
  expect((await rows('')).rows).toBe(Object.keys(RECORDS).length);
  expect((await rows('(complete: true, branch: "BX", communeCode: "33063")')).rows).toBe(3);
  const one = await rows('(service: DIGITAL_SAFETY, complete: false, text: "nowhere bordeaux")');
  expect(one.rows).toBe(1);
  expect(one.content).toContain('nowhere');
  expect((await rows('(branch: "LI")')).rows).toBe(0);
});

it('counts the same places by commune, with the middle of those whose position is known', async () => {
  const counted = async (choice: string) => {
    const reply = await network
      .as(personas.auditor)
      .query(`{ placesByCommune${choice} { communeCode commune places latitude longitude } }`);
    expect(reply.errors).toBeUndefined();
    return reply.data?.['placesByCommune'];
  };
  const all = { communeCode: '33063', commune: 'Bordeaux', places: Object.keys(RECORDS).length };
  expect(await counted('')).toEqual([{ ...all, latitude: 44.84, longitude: -0.58 }]);
  expect(await counted('(text: "nowhere")')).toEqual([{ ...all, places: 1, latitude: null, longitude: null }]);
  expect(await counted('(branch: "LI")')).toEqual([]);
});
