import { expect, it } from '@jest/globals';
import { besideNetwork } from './beside-network.js';

it('sets a rate beside the network by its gap in points', () => {
  const mark = besideNetwork({ unit: 'RATE', value: 0.75 }, 0.5);
  expect(mark).toEqual({ measure: 'points', by: 25 });
});

it('sets a count beside the network by its share', () => {
  expect(besideNetwork({ unit: 'COUNT', value: 30 }, 120)).toEqual({ measure: 'share', share: 0.25 });
});

it('says nothing where the branch has no rate, or the network nothing yet', () => {
  expect(besideNetwork({ unit: 'RATE', value: null }, 0.5)).toBeUndefined();
  expect(besideNetwork({ unit: 'COUNT', value: 0 }, 0)).toBeUndefined();
});
