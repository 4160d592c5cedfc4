import { describe, expect, it } from '@jest/globals';
import { parseSearch, readList, stringifySearch, writeList } from './address.js';

describe('the address of a view', () => {
  it('is the same for the same view, whatever the order of the filters', () => {
    expect(stringifySearch({ to: '2026-03-31', from: '2026-01-01' })).toBe('?from=2026-01-01&to=2026-03-31');
  });
  it('leaves out what is empty', () => {
    expect(stringifySearch({ branch: undefined, theme: '' })).toBe('');
  });
  it('keeps lists and instants legible', () => {
    expect(stringifySearch({ branch: 'BX,LY', asOf: '2026-04-15T08:00Z' })).toBe(
      '?asOf=2026-04-15T08:00Z&branch=BX,LY',
    );
  });
  it('reads back what it wrote, digits as text', () => {
    expect(parseSearch('?commune=33063&week=2026-W49')).toEqual({ commune: '33063', week: '2026-W49' });
  });
  it('keeps known filters and tells the unknown ones apart', () => {
    expect(readList('EMAIL,XYZ,BROWSING', ['BROWSING', 'EMAIL'])).toEqual({
      known: ['BROWSING', 'EMAIL'],
      unknown: ['XYZ'],
    });
    expect(writeList(['LY', 'BX', 'LY'])).toBe('BX,LY');
    expect(writeList([])).toBeUndefined();
  });
});
