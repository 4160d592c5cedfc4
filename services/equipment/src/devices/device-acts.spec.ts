import { describe, expect, it } from '@jest/globals';
import { EquipmentState, type Grade } from '#events';
import { priceOf } from '../tariffs/price.js';
import { Tariff } from '../tariffs/tariff.entity.js';
import { Device } from './device.entity.js';
import { correct, move, sell, takeBack } from './device-acts.js';
import { NEXT_STATES } from './device-life.js';
import { receive } from './receive.js';

const moment = { now: new Date('2026-11-26T08:00:00.000Z'), day: '2026-11-26' };
const STATES = EquipmentState.options;

function deviceIn(state: EquipmentState, grade: Grade | null = 'B'): Device {
  const { device } = receive(
    {
      id: '0195e1a4-0000-7000-8000-00000000000a',
      branch: 'BX',
      tag: 'BXPC26-0001',
      type: 'COMPUTER',
      specs: {},
    },
    moment,
  );
  return Object.assign(device, { state, grade, dataErasure: 'OVERWRITTEN' });
}

describe('a device', () => {
  it.each(STATES)('moves from %s to the states of the table and to no other', (state) => {
    for (const to of STATES) {
      const attempt = () => move(deviceIn(state), to, null, moment);
      if (NEXT_STATES[state].includes(to)) expect(attempt().events[0]?.data['after']).toMatchObject({ state: to });
      else expect(attempt).toThrow('TRANSITION_NOT_ALLOWED');
    }
  });

  it('once sold, can never be made ready by moving alone', () => {
    const reached = new Set<EquipmentState>(['DISTRIBUTED']);
    for (const state of reached) for (const next of NEXT_STATES[state]) reached.add(next);
    expect(reached.has('READY')).toBe(false);
  });

  it('is not ready without a grade', () => {
    expect(() => move(deviceIn('RECEIVED', null), 'READY', null, moment)).toThrow('NOT_GRADED');
  });

  it('says what it was and what it is when it is sold and when the sale is taken back', () => {
    const device = deviceIn('READY');
    expect(sell(device, 'BX-2026-000001', moment).events[0]?.data).toMatchObject({
      cause: 'SALE',
      before: { state: 'READY' },
      after: { state: 'DISTRIBUTED' },
    });
    expect(takeBack(device, 'BX-2026-000001', moment).events[0]?.data).toMatchObject({
      cause: 'SALE_VOID',
      after: { state: 'READY' },
    });
  });

  it('is not corrected by what it already says', () => {
    expect(() => correct(deviceIn('READY'), { grade: 'B' }, 'essai', moment)).toThrow('NOTHING_TO_CORRECT');
  });
});

describe('a price', () => {
  const tariff = Tariff.set(
    '0195e1a4-0000-7000-8000-00000000000b',
    { type: 'COMPUTER', grade: 'B', cents: 7_000, from: '2026-09-01' },
    moment.now,
  ).tariff;

  it('is that of the tariff for kind and grade, and none without one', () => {
    expect(priceOf([tariff], 'COMPUTER', 'B')?.cents).toBe(7_000);
    expect(priceOf([tariff], 'COMPUTER', 'A')).toBeNull();
    expect(priceOf([tariff], 'TABLET', 'B')).toBeNull();
  });
});
