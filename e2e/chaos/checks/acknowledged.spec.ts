import { expect, it } from '@jest/globals';
import type { Entry } from '../history.ts';
import { tally } from '../tally.ts';
import { Verdict } from '../verdict.ts';
import { checkAcknowledged, neverAcknowledged } from './acknowledged.ts';

const entry = (mutation: string, ended: Pick<Entry, 'outcome' | 'code'>): Entry => ({
  key: 'chaos-1-1-0',
  persona: 'branch-manager-lille',
  mutation,
  input: { familyName: 'Untel' },
  ...ended,
});
const acked = (mutation: string, n: number) => Array.from({ length: n }, () => entry(mutation, { outcome: 'ok' }));
const refused = (mutation: string, code: string) => entry(mutation, { outcome: 'fail', code });

function found(entries: readonly Entry[], seconds = 30): string[] {
  const verdict = new Verdict();
  checkAcknowledged(entries, seconds, verdict);
  return verdict.findings.map(({ words }) => words);
}

it('finds nothing where enough was acknowledged and two tills reached for one device', () => {
  expect(found([...acked('makeSale', 60), refused('makeSale', 'ALREADY_SOLD')])).toEqual([]);
});

it('finds a schedule in which next to nothing was acknowledged', () => {
  expect(found(acked('recordDropIn', 59))).toEqual(['59 commands acknowledged, must be 60 at least']);
});

it('finds commands that are refused for a mistake of the desks', () => {
  const key = refused('recordDropIn', 'INVALID_IDEMPOTENCY_KEY');
  expect(found([...acked('recordDropIn', 60), key, key])).toEqual([
    'recordDropIn was refused 2 times with INVALID_IDEMPOTENCY_KEY, which nothing here asks for',
  ]);
});

it('names the kinds of command of which none was acknowledged', () => {
  const entries = [...acked('makeSale', 1), refused('voidSale', 'SALE_IS_VOID')];
  expect(neverAcknowledged(entries)).toContain('voidSale');
  expect(neverAcknowledged(entries)).not.toContain('makeSale');
});

it('tallies by kind and code, and tells nothing of what was said', () => {
  const entries = [
    ...acked('makeSale', 2),
    refused('makeSale', 'ALREADY_SOLD'),
    entry('makeSale', { outcome: 'info' }),
  ];
  const line = tally(entries, new Map([['SERVICE_UNAVAILABLE', 4]]));
  expect(line).toBe('asked 4, refused 1 (makeSale ALREADY_SOLD 1), unknown 1; sent again after SERVICE_UNAVAILABLE 4');
});
