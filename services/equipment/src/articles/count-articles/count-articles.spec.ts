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

const manager = () => equipment.as(personas.managerOfBordeaux);
const topUp = { code: 'rech10', label: 'Recharge 10 Go', kind: 'TOP_UP', cents: 500 };

it('adds an article, receives some and announces the stock by kind only', async () => {
  const created = await manager().command('createArticle', topUp, 'id code quantity branch { code }');
  const article = created.data?.['createArticle'] as { id: string };
  expect(article).toMatchObject({ code: 'RECH10', quantity: 0, branch: { code: 'BX' } });
  const received = await manager().command('receiveArticles', { id: article.id, quantity: 12 }, 'quantity');
  expect(received.data).toEqual({ receiveArticles: { quantity: 12 } });
  expect(await equipment.published()).toMatchObject([
    { type: 'equipment.article-stock-changed', branch: 'BX', data: { articleKind: 'TOP_UP', before: 0, after: 12 } },
  ]);
});

it('refuses the same code twice in a branch, but not in two', async () => {
  expect(await manager().command('createArticle', topUp)).toBeRefused('ARTICLE_CODE_TAKEN', 'input.code');
  expect((await equipment.as(personas.managerOfLille).command('createArticle', topUp)).errors).toBeUndefined();
});

it('mends the stock after counting, with a reason', async () => {
  const id = await given.article(5);
  const counted = { id, quantity: 4, reason: 'une carte abîmée' };
  expect((await manager().command('countArticles', counted, 'quantity')).data).toEqual({
    countArticles: { quantity: 4 },
  });
  expect((await equipment.published()).at(-1)?.data).toMatchObject({ before: 5, after: 4 });
  expect(JSON.stringify(await equipment.published())).not.toContain('abîmée');
  expect(await manager().command('countArticles', { ...counted, reason: '' })).toBeRefused(
    'REASON_REQUIRED',
    'input.reason',
  );
  expect(await manager().command('countArticles', { ...counted, quantity: -1 })).toBeRefused(
    'QUANTITY_OUT_OF_RANGE',
    'input.quantity',
  );
});

it('keeps every reception when several come at the same time', async () => {
  const id = await given.article(0);
  await Promise.all(Array.from({ length: 8 }, () => manager().command('receiveArticles', { id, quantity: 1 })));
  const { data } = await manager().query('{ articles(kinds: [TOP_UP], first: 100) { items { id quantity } } }');
  expect(data).toMatchObject({ articles: { items: expect.arrayContaining([{ id, quantity: 8 }]) } });
});
