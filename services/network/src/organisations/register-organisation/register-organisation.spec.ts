import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Persona, personas, startForTest, type TestService } from '#testing';
import { NetworkModule } from '../../network.module.js';

let network: TestService;
beforeAll(async () => {
  network = await startForTest(NetworkModule);
  await network
    .as(personas.coordinator)
    .command(
      'openBranch',
      { code: 'BX', city: 'Bordeaux', communeCode: '33063', latitude: 44.84, longitude: -0.58, openedOn: '2020-01-01' },
      'code',
    );
});
afterAll(() => network.stop());

const welfare = { name: 'Centre social de l’Écluse', structureType: 'CS', contactEmail: 'accueil@exemple.fr' };

const find = (who: Persona, text: string, fields = 'name') =>
  network.as(who).query(`query ($text: String) { organisations(text: $text) { items { ${fields} } } }`, { text });

it('registers an organisation and announces its kind, not its name', async () => {
  const reply = await network
    .as(personas.managerOfBordeaux)
    .command('registerOrganisation', welfare, 'name structureType branch { city } contact { email }');
  expect(reply.data).toEqual({
    registerOrganisation: {
      name: 'Centre social de l’Écluse',
      structureType: 'CS',
      branch: { city: 'Bordeaux' },
      contact: { email: 'accueil@exemple.fr' },
    },
  });
  const event = (await network.published()).at(-1);
  expect(event).toMatchObject({ type: 'network.organisation-registered', branch: 'BX', data: { structureType: 'CS' } });
  expect(JSON.stringify(event)).not.toMatch(/cluse|exemple/);
});

it('finds it without regard to accents, case or the order of words, within reach only', async () => {
  const found = { organisations: { items: [{ name: 'Centre social de l’Écluse' }] } };
  expect((await find(personas.prescriberOfBordeaux, 'ECLUSE centre')).data).toEqual(found);
  expect((await find(personas.managerOfLille, 'ecluse')).data).toEqual({ organisations: { items: [] } });
  expect((await find(personas.managerOfBordeaux, 'rien')).data).toEqual({ organisations: { items: [] } });
});

it('keeps the contact for those who keep the list', async () => {
  const reply = await find(personas.prescriberOfBordeaux, 'ecluse', 'contact { email }');
  expect(reply).toBeRefused('FORBIDDEN');
  expect(JSON.stringify(reply.data)).not.toContain('accueil');
});

it('refuses a name too short, a contact that is no address, an unknown branch and an unknown kind', async () => {
  const register = (input: object, who: Persona = personas.managerOfBordeaux) =>
    network.as(who).command('registerOrganisation', { ...welfare, ...input });
  expect(await register({ name: 'x' })).toBeRefused('TEXT_LENGTH', 'input.name');
  expect(await register({ contactEmail: 'x' })).toBeRefused('CONTACT_EMAIL', 'input.contactEmail');
  expect(await register({ branch: 'QQ' }, personas.coordinator)).toBeRefused('NOT_FOUND', 'input.branch');
  expect(await register({ structureType: 'ONG' })).toBeRefused('INVALID_QUERY', 'input.structureType');
  expect(await register({}, personas.helperOfBordeaux)).toBeRefused('FORBIDDEN');
});
