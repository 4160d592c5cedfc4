import { expect, it } from '@jest/globals';
import { SteppedClock } from '#persistence';
import { Every } from './every.js';

class HandClock extends SteppedClock {
  passed = 0;

  override elapsed(): number {
    return this.passed;
  }
}

it('is due again after its time, though the date was set back by an hour meanwhile', () => {
  const clock = new HandClock(new Date('2026-11-27T10:00:00Z'));
  const beat = new Every(2_000, clock);
  expect(beat.due).toBe(true);
  beat.done();
  expect(beat.due).toBe(false);
  clock.set('2026-11-27T09:00:00Z');
  clock.passed = 2_000;
  expect(beat.due).toBe(true);
});

it('is not due before its time, though the date was set three days ahead', () => {
  const clock = new HandClock(new Date('2026-11-27T10:00:00Z'));
  const beat = new Every(2_000, clock);
  beat.done();
  clock.set('2026-11-30T10:00:00Z');
  expect(beat.due).toBe(false);
  beat.soon();
  expect(beat.due).toBe(true);
});
