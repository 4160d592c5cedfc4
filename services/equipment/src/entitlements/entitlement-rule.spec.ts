import { describe, expect, it } from '@jest/globals';
import { monthsAfter } from '#runtime';
import { decide, type EntitlementHistory, EntitlementRule } from './entitlement-rule.js';

const rule = new EntitlementRule(9, 1, 3_000);
const history = (known: Partial<EntitlementHistory>): EntitlementHistory => ({
  uses: [],
  renewedOn: [],
  exceptions: [],
  ...known,
});

describe('a right to buy connectivity', () => {
  it('begins with the first purchase and lasts nine months, its last day included', () => {
    const known = history({ uses: [{ day: '2026-02-26', cents: 500 }] });
    expect(decide(rule, known, '2026-11-26')).toMatchObject({
      openedOn: '2026-02-26',
      lastDay: '2026-11-26',
      open: true,
    });
    expect(decide(rule, known, '2026-11-27')).toMatchObject({ open: false, renewalsLeft: 1 });
    expect(decide(rule, history({}), '2026-11-26')).toMatchObject({ openedOn: null, open: true, leftCents: 3_000 });
  });

  it('goes on from its end when renewed in time, from the renewal when late, and once', () => {
    const uses = [{ day: '2026-01-15', cents: 500 }];
    expect(decide(rule, history({ uses, renewedOn: ['2026-10-01'] }), '2026-11-26')).toMatchObject({
      lastDay: '2027-07-15',
      renewalsLeft: 0,
    });
    expect(decide(rule, history({ uses, renewedOn: ['2026-11-20'] }), '2026-11-26').lastDay).toBe('2027-08-20');
  });

  it('has what the month leaves of it, anew on the first of the next', () => {
    const uses = [
      { day: '2026-10-31', cents: 2_900 },
      { day: '2026-11-02', cents: 2_600 },
    ];
    expect(decide(rule, history({ uses }), '2026-11-26')).toMatchObject({ leftCents: 400, anewOn: '2026-12-01' });
    expect(decide(rule, history({ uses }), '2026-12-01')).toMatchObject({ leftCents: 3_000, anewOn: '2027-01-01' });
  });

  it('is widened by the coordination for a month, whether it had ended or not', () => {
    const uses = [{ day: '2025-01-15', cents: 500 }];
    const exceptions = [{ month: '2026-11-01', cents: 1_000 }];
    expect(decide(rule, history({ uses, exceptions }), '2026-11-26')).toMatchObject({ open: true, leftCents: 4_000 });
    expect(decide(rule, history({ uses, exceptions }), '2026-12-01')).toMatchObject({ open: false, leftCents: 3_000 });
  });

  it('ends with the month where that has no such day', () => {
    expect(monthsAfter('2026-05-31', 9)).toBe('2027-02-28');
    expect(monthsAfter('2026-12-01', 1)).toBe('2027-01-01');
  });
});
