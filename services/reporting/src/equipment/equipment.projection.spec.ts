import 'reflect-metadata';
import { expect, it } from '@jest/globals';
import type { DeviceChanged, DeviceVoided } from '#events';
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
