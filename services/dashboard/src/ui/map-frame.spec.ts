import { expect, it } from '@jest/globals';
import { frameOf } from './map-frame.js';

const MAP = { width: 540, height: 460 };

it('shows the whole country when there is nothing to show', () => {
  expect(frameOf(MAP, [])).toEqual({ x: 0, y: 0, width: 540, height: 460 });
});

it('holds every spot, keeps the proportions, and never comes so close that the outline is lost', () => {
  const one = frameOf(MAP, [{ x: 200, y: 300 }]);
  expect(one.width).toBe(90);
  expect(one.x + one.width / 2).toBe(200);
  expect(one.y + one.height / 2).toBe(300);
  const tall = frameOf(MAP, [
    { x: 300, y: 60 },
    { x: 310, y: 260 },
  ]);
  expect(tall.width / tall.height).toBeCloseTo(540 / 460, 9);
  expect(tall.y).toBeLessThan(60);
  expect(tall.y + tall.height).toBeGreaterThan(260);
});

it('never shows more than the map', () => {
  const corners = [
    { x: 120, y: 20 },
    { x: 536, y: 452 },
  ];
  expect(frameOf(MAP, corners).width).toBeLessThanOrEqual(540);
});
