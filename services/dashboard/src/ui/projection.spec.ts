import { describe, expect, it } from '@jest/globals';
import { geoConicConformal } from 'd3-geo';
import { onMap } from './projection.js';

describe('the map of France', () => {
  it('puts a branch where the drawn outline expects it', () => {
    const drawn = geoConicConformal().parallels([44, 49]).rotate([-3, 0]).scale(2600).translate([260, 2900]);
    const map = {
      width: 520,
      height: 520,
      path: '',
      parallels: [44, 49],
      meridian: 3,
      scale: 2600,
      translate: [260, 2900],
    } as const;
    for (const [longitude, latitude] of [
      [-0.58, 44.84],
      [3.06, 50.63],
      [7.75, 48.58],
    ] as const) {
      const [x = 0, y = 0] = drawn([longitude, latitude]) ?? [];
      const dot = onMap(map, longitude, latitude);
      expect(dot.x).toBeCloseTo(x, 3);
      expect(dot.y).toBeCloseTo(y, 3);
    }
  });
});
