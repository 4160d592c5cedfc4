import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { givenIn } from '../../../test/given.js';
import { EquipmentModule } from '../../equipment.module.js';

let equipment: TestService;
let given: ReturnType<typeof givenIn>;
beforeAll(async () => {
  equipment = await startForTest(EquipmentModule);
  given = givenIn(equipment);
  await given.branches();
});
afterAll(() => equipment.stop());

const LOOK_UP =
  'query ($tag: String!) { deviceByTag(tag: $tag) { tag corrected device { tag state } elsewhere { branch state } } }';
const lookUp = (tag: string) => equipment.as(personas.helperOfBordeaux).query(LOOK_UP, { tag });

it('finds a device by its tag as a scanner of the other layout sends it', async () => {
  await given.device({ tag: 'BXPC26-0322' });
  expect((await lookUp('BXPCé-)à"éé')).data).toEqual({
    deviceByTag: {
      tag: 'BXPC26-0322',
      corrected: true,
      device: { tag: 'BXPC26-0322', state: 'RECEIVED' },
      elsewhere: null,
    },
  });
});

it('says only state and branch of another branch’s device', async () => {
  await given.device({ tag: 'LIPC26-0001' }, equipment.as(personas.managerOfLille));
  expect((await lookUp('LIPC26-0001')).data).toMatchObject({
    deviceByTag: { corrected: false, device: null, elsewhere: { branch: 'LI', state: 'RECEIVED' } },
  });
});

it('says when the network does not know a tag, and when it is none', async () => {
  expect((await lookUp('BXPC26-9999')).data).toMatchObject({ deviceByTag: { device: null, elsewhere: null } });
  expect(await lookUp('chaussette')).toBeRefused('TAG_MALFORMED', 'tag');
});

it('corrects a mistake with a reason, for the figures of the day it came in', async () => {
  const { id } = await given.readyDevice('B');
  equipment.clock.set('2026-11-28T09:00:00.000Z');
  const correct = { id, grade: 'C', type: 'COMPUTER', reason: 'mauvaise ligne' };
  const reply = await equipment
    .as(personas.managerOfBordeaux)
    .command('correctDevice', correct, 'grade gradeRule state');
  expect(reply.data).toEqual({ correctDevice: { grade: 'C', gradeRule: 'BY_HAND', state: 'READY' } });
  expect((await equipment.published()).at(-1)?.data).toMatchObject({
    cause: 'CORRECTION',
    occurredOn: '2026-11-28',
    receivedOn: '2026-11-26',
    before: { grade: 'B' },
    after: { grade: 'C' },
  });
  expect(await equipment.as(personas.managerOfBordeaux).command('correctDevice', correct)).toBeRefused(
    'NOTHING_TO_CORRECT',
  );
  const unreasoned = { ...correct, grade: 'D', reason: ' ' };
  expect(await equipment.as(personas.managerOfBordeaux).command('correctDevice', unreasoned)).toBeRefused(
    'REASON_REQUIRED',
    'input.reason',
  );
});

it('takes a device received by mistake out of the books and frees its tag', async () => {
  const { id, tag } = await given.device({ tag: 'BXTA26-0040', type: 'TABLET' });
  const manager = equipment.as(personas.managerOfBordeaux);
  expect((await manager.command('voidDevice', { id, reason: 'reçu deux fois' })).errors).toBeUndefined();
  expect((await equipment.published()).at(-1)).toMatchObject({ type: 'equipment.device-voided' });
  expect(await manager.command('moveDevice', { id, state: 'LOST' })).toBeRefused('NOT_FOUND', 'input.id');
  expect((await given.device({ tag, type: 'TABLET' })).id).not.toBe(id);
});

it('lists what can be sold, page after page, and counts the stock of a branch', async () => {
  const before = await list({});
  for (let n = 0; n < 3; n += 1) await given.readyDevice('A', 'SMARTPHONE');
  const first = await list({ types: ['SMARTPHONE'], first: 2 });
  const second = await list({ types: ['SMARTPHONE'], first: 2, after: first.endCursor });
  expect([...first.items, ...second.items].map((device) => device.tag)).toEqual([
    'BXSP26-0001',
    'BXSP26-0002',
    'BXSP26-0003',
  ]);
  expect(second.endCursor).toBeNull();
  expect((await list({})).items.length).toBe(before.items.length + 3);
  const branch = await equipment
    .as(personas.apiClient)
    .query(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Branch { code stock { type grade state count } stockByGrade { grade count } } } }',
      { r: [{ __typename: 'Branch', code: 'BX' }] },
    );
  expect(branch.data?.['_entities']).toMatchObject([
    {
      code: 'BX',
      stock: expect.arrayContaining([{ type: 'SMARTPHONE', grade: 'A', state: 'READY', count: 3 }]),
      stockByGrade: expect.arrayContaining([{ grade: 'A', count: 3 }]),
    },
  ]);
});

it('refuses a cursor it did not hand out', async () => {
  const after = Buffer.from(JSON.stringify(['BXPC26-0001', 'elsewhere'])).toString('base64url');
  const reply = await equipment.as(personas.helperOfBordeaux).query(`{ devices(after: "${after}") { endCursor } }`);
  expect(reply).toBeRefused('INVALID_CURSOR', 'after');
});

it('counts nothing of a branch out of reach', async () => {
  const reply = await equipment
    .as(personas.managerOfLille)
    .query('query ($r: [_Any!]!) { _entities(representations: $r) { ... on Branch { stock { count } } } }', {
      r: [{ __typename: 'Branch', code: 'BX' }],
    });
  expect(reply.data).toEqual({ _entities: [{ stock: [] }] });
});

async function list(variables: Record<string, unknown>) {
  const reply = await equipment
    .as(personas.helperOfBordeaux)
    .query(
      'query ($types: [EquipmentType!], $first: Int! = 50, $after: String) { devices(types: $types, first: $first, after: $after) { items { tag state price { cents } } endCursor } }',
      variables,
    );
  expect(reply.errors).toBeUndefined();
  return reply.data?.['devices'] as { items: { tag: string }[]; endCursor: string | null };
}
