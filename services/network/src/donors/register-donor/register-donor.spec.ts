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

const manager = () => network.as(personas.managerOfBordeaux);
const bank = { kind: 'ORGANISATION', name: 'Crédit de l’Estuaire', contactEmail: 'dons@exemple.fr' };
const find = (who: Persona, text: string, fields = 'name') =>
  network.as(who).query(`query ($text: String) { donors(text: $text) { items { ${fields} } } }`, { text });

it('registers a donor and announces its kind, not who it is', async () => {
  const reply = await manager().command('registerDonor', bank, 'name kind branch { city } contact { email }');
  expect(reply.data).toEqual({
    registerDonor: {
      name: 'Crédit de l’Estuaire',
      kind: 'ORGANISATION',
      branch: { city: 'Bordeaux' },
      contact: { email: 'dons@exemple.fr' },
    },
  });
  const event = (await network.published()).at(-1);
  expect(event).toMatchObject({ type: 'network.donor-registered', branch: 'BX', data: { kind: 'ORGANISATION' } });
  expect(JSON.stringify(event)).not.toMatch(/Estuaire|exemple/);
});

it('finds it without regard to accents and case, within reach only, its contact for those who keep the list', async () => {
  const found = { donors: { items: [{ name: 'Crédit de l’Estuaire' }] } };
  expect((await find(personas.helperOfBordeaux, 'ESTUAIRE credit')).data).toEqual(found);
  expect((await find(personas.managerOfLille, 'estuaire')).data).toEqual({ donors: { items: [] } });
  expect(await find(personas.helperOfBordeaux, 'estuaire', 'contact { email }')).toBeRefused('FORBIDDEN');
  expect(await find(personas.prescriberOfBordeaux, 'estuaire')).toBeRefused('FORBIDDEN');
});

it('refuses a name too short, a contact that is no address and an unknown branch', async () => {
  expect(await manager().command('registerDonor', { ...bank, name: 'x' })).toBeRefused('TEXT_LENGTH', 'input.name');
  expect(await manager().command('registerDonor', { ...bank, contactEmail: 'x' })).toBeRefused(
    'CONTACT_EMAIL',
    'input.contactEmail',
  );
  const elsewhere = network.as(personas.coordinator).command('registerDonor', { ...bank, branch: 'QQ' });
  expect(await elsewhere).toBeRefused('NOT_FOUND', 'input.branch');
  expect(await network.as(personas.helperOfBordeaux).command('registerDonor', bank)).toBeRefused('FORBIDDEN');
});

it('forgets a donor who asks for it: who it was is nowhere any more, that there was one is', async () => {
  const { data } = await manager().command('registerDonor', { kind: 'PERSON', name: 'Aïssata Nguyen-Morel' });
  const { id } = data?.['registerDonor'] as { id: string };
  const forget = () => manager().command('forgetDonor', { donorId: id }, 'id name forgotten');
  expect((await forget()).data).toEqual({ forgetDonor: { id, name: '', forgotten: true } });
  const before = await network.published();
  expect(before.at(-1)).toMatchObject({ type: 'network.donor-forgotten', data: { donorId: id } });
  await forget();
  expect(await network.published()).toEqual(before);
  expect(JSON.stringify(await network.tables((tx) => tx.query('SELECT * FROM donor')))).not.toMatch(/Aïssata|aissata/);
  expect((await find(personas.managerOfBordeaux, 'aissata')).data).toEqual({ donors: { items: [] } });
  const lille = network.as(personas.managerOfLille);
  expect(await lille.command('forgetDonor', { donorId: id })).toBeRefused('NOT_FOUND', 'input.donorId');
});
