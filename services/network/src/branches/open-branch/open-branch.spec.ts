import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { NetworkModule } from '../../network.module.js';

let network: TestService;
beforeAll(async () => {
  network = await startForTest(NetworkModule);
});
afterAll(() => network.stop());

const bordeaux = {
  code: 'BX',
  city: 'Bordeaux',
  communeCode: '33063',
  latitude: 44.84,
  longitude: -0.58,
  openedOn: '2020-09-01',
};

it('opens a branch in its commune’s own time zone and announces it', async () => {
  const reply = await network
    .as(personas.coordinator)
    .command('openBranch', bordeaux, 'code city zone state openedOn version');
  expect(reply.data).toEqual({
    openBranch: {
      code: 'BX',
      city: 'Bordeaux',
      zone: 'Europe/Paris',
      state: 'OPEN',
      openedOn: '2020-09-01',
      version: 1,
    },
  });
  expect(await network.published()).toMatchObject([
    { type: 'network.branch-opened', branch: 'BX', data: { branch: 'BX', after: { communeCode: '33063' } } },
  ]);
});

it('takes the clocks of an overseas commune', async () => {
  const saintDenis = { ...bordeaux, code: 'RE', city: 'Saint-Denis', communeCode: '97411' };
  const reply = await network.as(personas.administrator).command('openBranch', saintDenis, 'zone');
  expect(reply.data).toEqual({ openBranch: { zone: 'Indian/Reunion' } });
});

it('gives the first branch again when the same key comes twice', async () => {
  const headers = { 'idempotency-key': 'a-key-made-by-the-form' };
  const lille = { ...bordeaux, code: 'LI', city: 'Lille', communeCode: '59350' };
  const first = await network.as(personas.coordinator).command('openBranch', lille, 'code city', headers);
  expect(first.data).toEqual({ openBranch: { code: 'LI', city: 'Lille' } });
  expect(await network.as(personas.coordinator).command('openBranch', lille, 'code city', headers)).toEqual(first);
});

it('refuses a code that is taken, malformed, and a commune or zone that does not exist', async () => {
  const open = (input: object) =>
    network.as(personas.coordinator).command('openBranch', { ...bordeaux, ...input }, 'code');
  expect(await open({})).toBeRefused('BRANCH_CODE_TAKEN', 'input.code');
  expect(await open({ code: 'bx' })).toBeRefused('BRANCH_CODE', 'input.code');
  expect(await open({ code: 'XX', communeCode: '33999' })).toBeRefused('UNKNOWN_COMMUNE', 'input.communeCode');
  expect(await open({ code: 'XX', zone: 'Europe/Bordeaux' })).toBeRefused('UNKNOWN_ZONE', 'input.zone');
  expect(await open({ code: 'XX', zone: '+02:00' })).toBeRefused('UNKNOWN_ZONE', 'input.zone');
  expect(await open({ code: 'XX', latitude: 91 })).toBeRefused('COORDINATES', 'input.latitude');
});

it('refuses a branch manager, who opens no branch', async () => {
  const reply = await network.as(personas.managerOfBordeaux).command('openBranch', { ...bordeaux, code: 'ZZ' }, 'code');
  expect(reply).toBeRefused('FORBIDDEN');
});

it('changes what is given and tells before and after', async () => {
  const change = { code: 'BX', state: 'CLOSED', expectedVersion: 1 };
  const reply = await network.as(personas.coordinator).command('changeBranch', change, 'state city version');
  expect(reply.data).toEqual({ changeBranch: { state: 'CLOSED', city: 'Bordeaux', version: 2 } });
  expect((await network.published()).at(-1)).toMatchObject({
    type: 'network.branch-changed',
    data: { before: { state: 'OPEN' }, after: { state: 'CLOSED' } },
  });
  expect(await network.as(personas.coordinator).command('changeBranch', change, 'version')).toBeRefused(
    'CHANGED_MEANWHILE',
    'input.expectedVersion',
  );
});

it('refuses to change a branch nobody opened', async () => {
  const reply = await network.as(personas.coordinator).command('changeBranch', { code: 'QQ', city: 'Q' }, 'code');
  expect(reply).toBeRefused('NOT_FOUND', 'input.code');
});

it('shows every branch to a helper of one, page by page', async () => {
  const query = 'query ($after: String) { branches(first: 2, after: $after) { items { code } endCursor } }';
  const first = await network.as(personas.helperOfBordeaux).query(query);
  const page = first.data?.['branches'] as { items: { code: string }[]; endCursor: string };
  expect(page.items).toEqual([{ code: 'BX' }, { code: 'LI' }]);
  const second = await network.as(personas.helperOfBordeaux).query(query, { after: page.endCursor });
  expect(second.data).toEqual({ branches: { items: [{ code: 'RE' }], endCursor: null } });
});

it('answers for a branch that another service names', async () => {
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Branch { city zone } } }`;
  const representations = ['BX', 'QQ', 'LI'].map((code) => ({ __typename: 'Branch', code }));
  const reply = await network.as(personas.prescriberOfBordeaux).query(query, { representations });
  expect(reply.data).toEqual({
    _entities: [{ city: 'Bordeaux', zone: 'Europe/Paris' }, null, { city: 'Lille', zone: 'Europe/Paris' }],
  });
});

it('lets no request of a branch write the directory, whatever the resolver says', async () => {
  const actor = { ...personas.managerOfBordeaux, correlationId: 'test' };
  const written = network.database.read(actor, (tx) =>
    tx.query(`UPDATE branch SET city = 'Ailleurs' WHERE code = 'BX' RETURNING code`),
  );
  expect(await written).toEqual([[], 0]);
});
