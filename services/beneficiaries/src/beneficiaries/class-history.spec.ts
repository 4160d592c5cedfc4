import { describe, expect, it } from '@jest/globals';
import { ageBandIn } from './age-band.js';
import { changedEntries, changedFrom, classHistory, mended, type StatedSituation } from './class-history.js';

const on = (holdsFrom: string, more: Partial<StatedSituation> = {}): StatedSituation => ({
  holdsFrom,
  gender: 'FEMALE',
  socialStatus: 'UNEMPLOYED',
  communeCode: '33063',
  ...more,
});
const born = (birthYear: number) => ({ birthYear, statedAgeBand: null });

describe('an age band', () => {
  it.each([
    [11, 'UNDER_12'],
    [12, 'FROM_12_TO_17'],
    [17, 'FROM_12_TO_17'],
    [18, 'FROM_18_TO_24'],
    [24, 'FROM_18_TO_24'],
    [25, 'FROM_25_TO_39'],
    [39, 'FROM_25_TO_39'],
    [40, 'FROM_40_TO_59'],
    [59, 'FROM_40_TO_59'],
    [60, 'FROM_60_TO_69'],
    [69, 'FROM_60_TO_69'],
    [70, 'FROM_70'],
    [119, 'FROM_70'],
  ])('at %i years is %s', (age, band) => {
    expect(ageBandIn(2026, 2026 - age)).toBe(band);
  });
});

describe('a class history', () => {
  it('turns to the next age band on 1 January, and not after the year announced', () => {
    const history = classHistory([on('2025-05-01')], born(2001), 2026);
    expect(history.map(({ holdsFrom, classes }) => [holdsFrom, classes.ageBand])).toEqual([
      ['2025-05-01', 'FROM_18_TO_24'],
      ['2026-01-01', 'FROM_25_TO_39'],
    ]);
    expect(classHistory([on('2025-05-01')], born(2001), 2025)).toHaveLength(1);
  });

  it('keeps a stated band for ever, for nobody knows the birthday', () => {
    const history = classHistory([on('2001-05-01')], { birthYear: null, statedAgeBand: 'FROM_60_TO_69' }, 2026);
    expect(history).toHaveLength(1);
    expect(history[0]?.classes.ageBand).toBe('FROM_60_TO_69');
  });

  it('tells what was said before of each day that changes', () => {
    const before = classHistory([on('2025-05-01')], born(1980), 2026);
    const after = classHistory([on('2025-05-01'), on('2026-02-01', { socialStatus: 'EMPLOYED' })], born(1980), 2026);
    expect(changedEntries(before, after)).toMatchObject([
      { holdsFrom: '2026-02-01', before: { socialStatus: 'UNEMPLOYED' }, after: { socialStatus: 'EMPLOYED' } },
    ]);
  });
});

describe('a change of situation', () => {
  it('noted late reaches later situations that only repeated the old value', () => {
    const row = [on('2025-01-01'), on('2025-06-01', { socialStatus: 'EMPLOYED' })];
    expect(changedFrom(row, '2025-03-01', { communeCode: '59350', socialStatus: 'RETIRED' })).toEqual([
      on('2025-01-01'),
      on('2025-03-01', { communeCode: '59350', socialStatus: 'RETIRED' }),
      on('2025-06-01', { communeCode: '59350', socialStatus: 'EMPLOYED' }),
    ]);
  });

  it('on the day of another one takes its place', () => {
    const row = [on('2025-01-01'), on('2025-06-01', { socialStatus: 'EMPLOYED' })];
    expect(changedFrom(row, '2025-06-01', { socialStatus: 'RETIRED' })).toEqual([
      on('2025-01-01'),
      on('2025-06-01', { socialStatus: 'RETIRED' }),
    ]);
  });
});

describe('a correction', () => {
  const row = [
    on('2025-01-01'),
    on('2025-06-01', { socialStatus: 'EMPLOYED' }),
    on('2025-09-01', { communeCode: null }),
  ];

  it('mends every neighbour that holds the mistaken value', () => {
    expect(mended(row, '2025-07-01', { gender: 'MALE' }).map(({ gender }) => gender)).toEqual(['MALE', 'MALE', 'MALE']);
  });

  it('stops where the value was another', () => {
    expect(mended(row, '2025-07-01', { socialStatus: 'RETIRED' }).map((s) => s.socialStatus)).toEqual([
      'UNEMPLOYED',
      'RETIRED',
      'UNEMPLOYED',
    ]);
  });

  it('can say that a commune is not stated', () => {
    expect(mended(row, '2025-01-01', { communeCode: null }).map((s) => s.communeCode)).toEqual([null, null, null]);
  });
});
