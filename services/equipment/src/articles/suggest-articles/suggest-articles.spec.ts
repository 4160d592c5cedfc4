import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { givenIn } from '../../../test/given.js';
import { EquipmentModule } from '../../equipment.module.js';
import { type ArticleShelf, shortagesOf } from './shortage.js';

let equipment: TestService;
let given: ReturnType<typeof givenIn>;
beforeAll(async () => {
  equipment = await startForTest(EquipmentModule);
  given = givenIn(equipment);
  await given.branches();
});
afterAll(() => equipment.stop());

const manager = () => equipment.as(personas.managerOfBordeaux);
const watch = (id: string, level: number | null, client = manager()) =>
  client.command('setReorderLevel', { id, level }, 'reorderLevel');
const shelf = (branch: string, quantity: number, level: number): ArticleShelf => ({
  ...{ branch, quantity, level },
  ...{ code: 'SIM', label: 'Carte SIM', kind: 'SIM_CARD' },
});
const told = (shelves: readonly ArticleShelf[]) => shortagesOf(shelves).map(({ from, to, count }) => [from, to, count]);

it('shares what some have too much of, takes nobody below their own level, and orders the rest', () => {
  expect(told([shelf('BX', 2, 10), shelf('LI', 13, 10), shelf('LY', 9, 10), shelf('ST', 10, 10)])).toEqual([
    [null, 'BX', 5],
    ['LI', 'BX', 3],
    [null, 'LY', 1],
  ]);
  expect(told([shelf('BX', 10, 10), shelf('LI', 90, 10)])).toEqual([]);
});

it('tells a branch what it is short of, and the coordination who could send it', async () => {
  const code = 'SIM1';
  const id = await given.article(3, { code, kind: 'SIM_CARD' });
  const lille = equipment.as(personas.managerOfLille);
  const other = await lille.command('createArticle', { code, label: 'SIM de Lille', kind: 'SIM_CARD', cents: 200 });
  const otherId = String((other.data?.['createArticle'] as { id: string }).id);
  await lille.command('receiveArticles', { id: otherId, quantity: 30 });
  expect((await watch(id, 10)).data).toEqual({ setReorderLevel: { reorderLevel: 10 } });
  await watch(otherId, 5, lille);
  const ask = '{ articleShortages { to code count from } }';
  expect((await manager().query(ask)).data).toEqual({ articleShortages: [{ to: 'BX', code, count: 7, from: null }] });
  expect((await equipment.as(personas.coordinator).query(ask)).data).toEqual({
    articleShortages: [{ to: 'BX', code, count: 7, from: 'LI' }],
  });
  expect(await watch(id, 0)).toBeRefused('QUANTITY_OUT_OF_RANGE', 'input.level');
  expect(await watch(id, 5, lille)).toBeRefused('NOT_FOUND', 'input.id');
  await watch(id, null);
  expect((await manager().query(ask)).data).toEqual({ articleShortages: [] });
});

it('explains each change of a shelf, a count that differed in its own words', async () => {
  const id = await given.article(5, { code: 'ZZ', label: 'Chargeur', kind: 'ACCESSORY' });
  await given.sale({ lines: [{ articleId: id, quantity: 2 }], payments: [{ kind: 'CASH', cents: 1_000 }] });
  await manager().command('countArticles', { id, quantity: 2, reason: 'un cassé' });
  const { data } = await manager().query(
    '{ articles(first: 50, kinds: [ACCESSORY]) { items { movements { what before after reason } } } }',
  );
  expect(data).toEqual({
    articles: {
      items: [
        {
          movements: [
            { what: 'COUNTED', before: 3, after: 2, reason: 'un cassé' },
            { what: 'SOLD', before: 5, after: 3, reason: null },
            { what: 'RECEIVED', before: 0, after: 5, reason: null },
          ],
        },
      ],
    },
  });
});
