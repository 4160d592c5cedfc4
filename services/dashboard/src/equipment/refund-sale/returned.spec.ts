import { expect, it } from '@jest/globals';
import { stillThere } from './returned.js';

it('leaves of a sale what did not come back, a device given again included', () => {
  const line = (label: string, quantity = 1) => ({
    kind: 'DEVICE' as const,
    label,
    articleId: null,
    articleKind: null,
    type: null,
    grade: null,
    quantity,
    cents: 700 * quantity,
    marketCents: null,
    tariffFrom: null,
  });
  const exchange = (back: string, given: string) => ({
    id: back,
    occurredOn: '2026-11-27',
    back: [line(back)],
    given: [line(given)],
    refunds: [],
  });
  const lines = [line('a'), line('chargeurs', 3)];
  const refund = { ...exchange('x', 'y'), back: [line('chargeurs', 2)], given: [] };
  const left = stillThere({ lines, returns: [exchange('a', 'b'), refund, exchange('b', 'a')] });
  expect(left.map(({ label, quantity, cents }) => [label, quantity, cents])).toEqual([
    ['chargeurs', 1, 700],
    ['a', 1, 700],
  ]);
});
