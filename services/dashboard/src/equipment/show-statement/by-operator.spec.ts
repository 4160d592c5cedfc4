import { expect, it } from '@jest/globals';
import { byOperator } from './by-operator.js';

it('adds up what each operator’s cards and top-ups make, what nobody named last', () => {
  const row = (operator: string | null, kind: string, sold: number) => ({
    ...{ operator, kind, sold },
    soldCents: sold * 100,
    activated: kind === 'SIM_CARD' ? 1 : 0,
  });
  const rows = [
    row(null, 'TOP_UP', 1),
    row('Pont', 'SIM_CARD', 2),
    row('Fleuve', 'TOP_UP', 4),
    row('Pont', 'TOP_UP', 3),
  ];
  expect(byOperator(rows).map(({ rows: _rows, ...total }) => total)).toEqual([
    { operator: 'Fleuve', sims: 0, topUps: 4, cents: 400, activated: 0 },
    { operator: 'Pont', sims: 2, topUps: 3, cents: 500, activated: 1 },
    { operator: null, sims: 0, topUps: 1, cents: 100, activated: 0 },
  ]);
});
