import { expect, it } from '@jest/globals';
import { type CartLine, linesOf, totalOf, withLine, withoutOne } from './cart.js';

const laptop: CartLine = { kind: 'DEVICE', tag: 'BXPC26-0001', label: 'Ordinateur B', cents: 7_000 };
const sim: CartLine = { kind: 'ARTICLE', id: 'sim', label: 'Carte SIM', cents: 200, quantity: 1 };

it('holds a device once, however often it is scanned, and counts articles', () => {
  const cart = [laptop, sim, laptop, sim].reduce<readonly CartLine[]>(withLine, []);
  expect(linesOf(cart)).toEqual([{ tag: 'BXPC26-0001' }, { articleId: 'sim', quantity: 2 }]);
  expect(totalOf(cart)).toBe(7_400);
});

it('takes one away at a time', () => {
  const cart = [laptop, sim, sim].reduce<readonly CartLine[]>(withLine, []);
  expect(totalOf(withoutOne(cart, 'sim'))).toBe(7_200);
  expect(withoutOne(withoutOne(cart, 'sim'), 'sim')).toEqual([laptop]);
  expect(totalOf(withoutOne(cart, 'BXPC26-0001'))).toBe(400);
});
