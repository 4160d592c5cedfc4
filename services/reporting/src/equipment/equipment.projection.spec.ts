import 'reflect-metadata';
import { expect, it } from '@jest/globals';
import type { DeviceChanged, DeviceVoided, SaleCorrected } from '#events';
import { EquipmentProjection } from './equipment.projection.js';

const projection = new EquipmentProjection();
const facts = (type: 'COMPUTER' | 'TABLET', state: 'IN_TRANSIT' | 'READY') => ({ type, grade: 'B' as const, state });
const event = (data: Record<string, unknown>) => ({
  data: {
    deviceId: '0195e1a4-0000-7000-8000-00000000000a',
    occurredOn: '2026-11-26',
    receivedOn: '2026-09-01',
    ...data,
  },
});

it('counts a device that came by a transfer as ready where it is, and not as received again', () => {
  const arrived = event({
    cause: 'STATE',
    receivedIn: 'LY',
    before: facts('COMPUTER', 'IN_TRANSIT'),
    after: facts('COMPUTER', 'READY'),
  });
  expect(projection.changed(arrived as unknown as DeviceChanged)).toEqual([
    { kind: 8, occurredOn: '2026-11-26', units: 1, a1: 1, a2: 3 },
  ]);
});

it('mends the receipt of such a device where it was received', () => {
  const corrected = event({
    cause: 'CORRECTION',
    receivedIn: 'LY',
    before: facts('COMPUTER', 'IN_TRANSIT'),
    after: facts('TABLET', 'IN_TRANSIT'),
  });
  expect(projection.changed(corrected as unknown as DeviceChanged)).toMatchObject([
    { kind: 5, occurredOn: '2026-09-01', units: -1, a1: 1, branch: 'LY' },
    { kind: 5, occurredOn: '2026-09-01', units: 1, a1: 2, branch: 'LY' },
  ]);
});

it('takes back the receipt of a device that was never sent elsewhere in the branch that speaks', () => {
  const voided = event({ before: facts('COMPUTER', 'READY') });
  const [receipt] = projection.voided(voided as unknown as DeviceVoided);
  expect(receipt).toMatchObject({ kind: 5, units: -1 });
  expect(receipt).not.toHaveProperty('branch');
});

it('takes what came back off the day it came back, and leaves the day of the sale as it was', () => {
  const line = {
    kind: 'DEVICE',
    deviceId: 'a',
    type: 'COMPUTER',
    grade: 'B',
    quantity: 1,
    cents: 7_000,
    marketCents: null,
  };
  const before = {
    occurredOn: '2026-09-01',
    beneficiaryId: null,
    classes: { gender: 'NOT_STATED', ageBand: 'NOT_STATED', socialStatus: 'NOT_STATED', communeCode: null },
    lines: [line],
    payments: [{ kind: 'CASH', cents: 7_000 }],
  };
  const refunds = [{ kind: 'CASH', cents: 7_000 }];
  const after = { ...before, returns: [{ occurredOn: '2026-11-26', back: [line], given: [], refunds }] };
  const deltas = projection.saleCorrected(event({ before, after }) as unknown as SaleCorrected);
  const on = (day: string, kind: number, measure: 'units' | 'cents') =>
    deltas
      .filter((one) => one.kind === kind && one.occurredOn === day)
      .reduce((sum, one) => sum + (one[measure] ?? 0), 0);
  expect([on('2026-09-01', 6, 'units'), on('2026-09-01', 12, 'cents'), on('2026-09-01', 1, 'units')]).toEqual([
    0, 0, 0,
  ]);
  expect([on('2026-11-26', 6, 'units'), on('2026-11-26', 12, 'cents')]).toEqual([-1, -7_000]);
});
