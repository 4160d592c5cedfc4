import { expect, it } from '@jest/globals';
import { addressOf, askedIn, territoriesIn, toldOf } from './published-view.js';

const figure = (territory: string, dimension: string, member: string, value: number | null) => ({
  indicator: 'SUPPORT_ACTS',
  territory,
  dimension,
  member,
  value,
});

it('reads from the address what to show, and writes no more into it than is needed', () => {
  expect(askedIn('?quarter=2026-T2&territory=REG-75')).toEqual({ quarter: '2026-T2', territory: 'REG-75' });
  expect(askedIn('?quarter=spring&territory=everywhere')).toEqual({ quarter: undefined, territory: 'FR' });
  expect(addressOf({ quarter: '2026-T2', territory: 'FR' })).toBe('/published?quarter=2026-T2');
  expect(addressOf({ quarter: undefined, territory: 'FR' })).toBe('/published');
});

it('lays out the numbers of one territory, hidden ones among them', () => {
  const figures = [
    figure('BX', 'TOTAL', 'TOTAL', 35),
    figure('BX', 'GENDER', 'MALE', null),
    figure('BX', 'GENDER', 'FEMALE', 20),
    figure('FR', 'TOTAL', 'TOTAL', 105),
  ];
  expect(territoriesIn(figures)).toEqual(['FR', 'BX']);
  expect(toldOf(figures, 'BX')).toEqual([
    {
      indicator: 'SUPPORT_ACTS',
      total: 35,
      parts: [
        {
          dimension: 'GENDER',
          rows: [
            { member: 'MALE', value: null },
            { member: 'FEMALE', value: 20 },
          ],
        },
      ],
    },
  ]);
});
