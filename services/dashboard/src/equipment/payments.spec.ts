import { expect, it } from '@jest/globals';
import { restOf, settled } from './payments.js';

it('gives the first payment what the others leave', () => {
  const payments = [
    { kind: 'CASH', cents: null },
    { kind: 'PARTNER', cents: 5_000 },
  ];
  expect(settled(payments, 7_000)).toEqual([
    { kind: 'CASH', cents: 2_000 },
    { kind: 'PARTNER', cents: 5_000 },
  ]);
  expect(restOf(payments, 4_000)).toBe(-1_000);
});

it('leaves out a payment of nothing, but never all of a free sale', () => {
  const cashThenCard = [
    { kind: 'CASH', cents: null },
    { kind: 'CARD', cents: 700 },
  ];
  expect(settled(cashThenCard, 700)).toEqual([{ kind: 'CARD', cents: 700 }]);
  expect(settled([{ kind: 'CASH', cents: null }], 0)).toEqual([{ kind: 'CASH', cents: 0 }]);
});
