import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Persona, personas, startForTest, type TestService } from '#testing';
import { NetworkModule } from '../../network.module.js';

let network: TestService;
beforeAll(async () => {
  network = await startForTest(NetworkModule);
  for (const [code, communeCode] of [
    ['BX', '33063'],
    ['LI', '59350'],
  ])
    await network
      .as(personas.coordinator)
      .command(
        'openBranch',
        { code, city: code, communeCode, latitude: 44, longitude: 0, openedOn: '2020-01-01' },
        'code',
      );
});
afterAll(() => network.stop());

const library = {
  name: 'Médiathèque Sainte-Œuvre',
  commune: 'Bordeaux',
  postcode: '33000',
  address: '1 rue Haute',
  services: ['DIGITAL_SAFETY'],
  telephone: '05 56 00 00 00',
  latitude: 44.84,
  longitude: -0.58,
};

async function registered(input: object = {}, who: Persona = personas.managerOfBordeaux): Promise<string> {
  const reply = await network.as(who).command('registerPlace', { ...library, ...input });
  expect(reply.errors).toBeUndefined();
  return (reply.data?.['registerPlace'] as { id: string }).id;
}

it('registers a place of the manager’s branch and announces it without a word of text', async () => {
  const reply = await network
    .as(personas.managerOfBordeaux)
    .command(
      'registerPlace',
      library,
      'name communeCode telephone latitude updatedOn services pivot filledFields branch { code city } version',
    );
  expect(reply.data).toEqual({
    registerPlace: {
      name: 'Médiathèque Sainte-Œuvre',
      communeCode: '33063',
      telephone: '+33556000000',
      latitude: 44.84,
      updatedOn: '2026-11-26',
      services: ['DIGITAL_SAFETY'],
      pivot: null,
      filledFields: 11,
      branch: { code: 'BX', city: 'BX' },
      version: 1,
    },
  });
  const event = (await network.published()).at(-1);
  expect(event).toMatchObject({
    type: 'network.place-registered',
    branch: 'BX',
    data: { after: { branch: 'BX', communeCode: '33063', usable: true } },
  });
  expect(JSON.stringify(event)).not.toMatch(/Sainte|Haute|33556/);
});

it.each([
  [{ postcode: '3300A' }, 'input.postcode'],
  [{ name: ' ' }, 'input.name'],
  [{ telephone: '12' }, 'input.telephone'],
  [{ pivot: 'x' }, 'input.pivot'],
  [{ longitude: null }, 'input.latitude'],
  [{ bookingUrl: 'javascript:alert(1)' }, 'input.bookingUrl'],
  [{ emails: ['pas une adresse'] }, 'input.emails'],
])('refuses %j at %s, by the rules an import follows', async (wrong, field) => {
  const reply = await network.as(personas.managerOfBordeaux).command('registerPlace', { ...library, ...wrong });
  expect(reply).toBeRefused('PLACE_FIELD', field);
});

it('names every field at fault at once, so that a form is put right in one go', async () => {
  const reply = await network
    .as(personas.managerOfBordeaux)
    .command('registerPlace', { ...library, postcode: '3300A', telephone: '12', emails: ['pas une adresse'] });
  expect(reply).toBeRefused('PLACE_FIELD', 'input.postcode');
  expect(reply.errors?.[0]?.extensions['beside']).toEqual([
    expect.objectContaining({ code: 'PLACE_FIELD', field: 'input.telephone', fr: expect.stringMatching(/^Numéro/) }),
    expect.objectContaining({ code: 'PLACE_FIELD', field: 'input.emails', en: expect.stringMatching(/e-mail/) }),
  ]);
});

it('refuses an identifier taken, an unknown branch, another branch, and a helper', async () => {
  await registered({ externalId: 'lieu-1' });
  const register = (who: Persona, more: object) => network.as(who).command('registerPlace', { ...library, ...more });
  expect(await register(personas.managerOfBordeaux, { externalId: 'lieu-1' })).toBeRefused(
    'PLACE_ID_TAKEN',
    'input.externalId',
  );
  expect(await register(personas.coordinator, { branch: 'QQ' })).toBeRefused('NOT_FOUND', 'input.branch');
  expect(await register(personas.managerOfBordeaux, { branch: 'LI' })).toBeRefused('FORBIDDEN', 'branch');
  expect(await register(personas.helperOfBordeaux, {})).toBeRefused('FORBIDDEN');
});

it('lets the coordination keep a place of the whole network, which no branch may change', async () => {
  const placeId = await registered({}, personas.coordinator);
  const show = await network
    .as(personas.helperOfBordeaux)
    .query('query ($id: UUID!) { place(id: $id) { branch { code } } }', { id: placeId });
  expect(show.data).toEqual({ place: { branch: null } });
  const revise = (who: Persona) => network.as(who).command('revisePlace', { placeId, name: 'Autre' }, 'version');
  expect(await revise(personas.managerOfBordeaux)).toBeRefused('FORBIDDEN', 'input.placeId');
  expect((await revise(personas.coordinator)).data).toEqual({ revisePlace: { version: 2 } });
});

it('changes what is given, empties what is null, and announces only what others know', async () => {
  const placeId = await registered();
  const before = (await network.published()).length;
  const revise = (input: object) =>
    network
      .as(personas.managerOfBordeaux)
      .command('revisePlace', { placeId, ...input }, 'name telephone address version');
  expect((await revise({ telephone: null, name: 'Médiathèque', expectedVersion: 1 })).data).toEqual({
    revisePlace: { name: 'Médiathèque', telephone: null, address: '1 rue Haute', version: 2 },
  });
  expect((await network.published()).length).toBe(before);
  await revise({ commune: 'Lille', postcode: '59000' });
  expect((await network.published()).at(-1)).toMatchObject({
    type: 'network.place-revised',
    data: { before: { communeCode: '33063' }, after: { communeCode: '59350' } },
  });
  expect(await revise({ name: 'Trop tard', expectedVersion: 1 })).toBeRefused(
    'CHANGED_MEANWHILE',
    'input.expectedVersion',
  );
});

it('retires a place with a reason, once, and keeps the reason out of the event', async () => {
  const placeId = await registered();
  const retire = (who: Persona, reason: string) =>
    network.as(who).command('retirePlace', { placeId, reason }, 'retired');
  expect(await retire(personas.managerOfBordeaux, ' ')).toBeRefused('REASON_REQUIRED', 'input.reason');
  expect(await retire(personas.managerOfLille, 'Fermé')).toBeRefused('FORBIDDEN', 'input.placeId');
  expect((await retire(personas.managerOfBordeaux, 'Fermé définitivement')).data).toEqual({
    retirePlace: { retired: true },
  });
  const event = (await network.published()).at(-1);
  expect(event).toMatchObject({
    type: 'network.place-revised',
    data: { before: { usable: true }, after: { usable: false } },
  });
  expect(JSON.stringify(event)).not.toContain('définitivement');
  expect(await retire(personas.managerOfBordeaux, 'Encore')).toBeRefused('PLACE_RETIRED', 'input.placeId');
});

it('lets another branch find the place by words in any order, without accents, and by commune and service', async () => {
  const id = await registered({ name: 'Café numérique des Chartrons', services: ['PARENTING_AND_SCHOOLING'] });
  const find = async (filter: string) => {
    const reply = await network.as(personas.managerOfLille).query(`{ places(${filter}) { items { id } endCursor } }`);
    expect(reply.errors).toBeUndefined();
    return (reply.data?.['places'] as { items: { id: string }[] }).items.map((place) => place.id);
  };
  expect(await find('text: "chartrons CAFE"')).toEqual([id]);
  expect(await find('service: PARENTING_AND_SCHOOLING, communeCode: "33063", branch: "BX"')).toEqual([id]);
  expect(await find('text: "chartrons", branch: "LI"')).toEqual([]);
});

it('pages through the directory without losing or repeating a place', async () => {
  for (const name of ['A', 'A', 'B']) await registered({ name });
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const reply = await network
      .as(personas.auditor)
      .query('query ($after: String) { places(first: 2, after: $after) { items { id } endCursor } }', { after });
    const page = reply.data?.['places'] as { items: { id: string }[]; endCursor: string | null };
    seen.push(...page.items.map((place) => place.id));
    after = page.endCursor;
  } while (after !== null);
  const [{ count }]: [{ count: string }] = await network.tables((tx) =>
    tx.query('SELECT count(*) FROM place WHERE NOT retired'),
  );
  expect(seen).toHaveLength(Number(count));
  expect(new Set(seen).size).toBe(seen.length);
});

it('answers for places that other services name', async () => {
  const id = await registered({ name: 'Chez nous' });
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Place { name } } }`;
  const representations = [id, '00000000-0000-7000-8000-000000000000'].map((wanted) => ({
    __typename: 'Place',
    id: wanted,
  }));
  const reply = await network.as(personas.prescriberOfBordeaux).query(query, { representations });
  expect(reply.data).toEqual({ _entities: [{ name: 'Chez nous' }, null] });
});
