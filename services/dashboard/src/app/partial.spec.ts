import { describe, expect, it } from '@jest/globals';
import { readError } from './graphql.js';
import { errorOn, keepLastKnown } from './partial.js';

const dead = (path: (string | number)[]) =>
  readError({
    path,
    extensions: { code: 'SERVICE_UNAVAILABLE', kind: 'retry', service: 'equipment', fr: 'x', en: 'x' },
  });

describe('an answer of which a part is missing', () => {
  const full = keepLastKnown<object>(
    undefined,
    { data: { branch: { city: 'Lille', stock: { ready: 4 } } }, errors: [] },
    '14:02',
  );

  it('keeps the last value known and its hour', () => {
    const partial = keepLastKnown<object>(
      full,
      { data: { branch: { city: 'Lille', stock: null } }, errors: [dead(['branch', 'stock'])] },
      '14:06',
    );
    expect(partial.data).toEqual({ branch: { city: 'Lille', stock: { ready: 4 } } });
    expect(partial.lastKnownAt).toEqual({ 'branch.stock': '14:02' });
  });
  it('keeps the first hour over several failures', () => {
    const missing = { data: { branch: { city: 'Lille', stock: null } }, errors: [dead(['branch', 'stock'])] };
    const twice = keepLastKnown<object>(keepLastKnown<object>(full, missing, '14:06'), missing, '14:07');
    expect(twice.lastKnownAt).toEqual({ 'branch.stock': '14:02' });
  });
  it('invents nothing that was never known', () => {
    const partial = keepLastKnown<object>(undefined, { data: { branch: null }, errors: [dead(['branch'])] }, '14:06');
    expect(partial).toMatchObject({ data: { branch: null }, lastKnownAt: {} });
  });
  it('finds the block that an error belongs to, through lists', () => {
    const errors = [dead(['branches', 0, 'stock'])];
    expect(errorOn(errors, 'branches.stock')?.service).toBe('equipment');
    expect(errorOn(errors, 'sessions')).toBeUndefined();
  });
});
