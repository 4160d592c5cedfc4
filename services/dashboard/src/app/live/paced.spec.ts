import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { paced } from './paced.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

it('lets a slow answer arrive before it asks again, then asks once for all that moved meanwhile', async () => {
  const answers: (() => void)[] = [];
  const look = paced(() => new Promise<void>((answer) => answers.push(answer)), 500);
  look.moved();
  look.moved();
  await jest.advanceTimersByTimeAsync(500);
  expect(answers).toHaveLength(1);
  for (let n = 0; n < 10; n++) {
    look.moved();
    await jest.advanceTimersByTimeAsync(500);
  }
  expect(answers).toHaveLength(1);
  answers[0]?.();
  await jest.advanceTimersByTimeAsync(500);
  expect(answers).toHaveLength(2);
});

it('asks no more once it is let go', async () => {
  const ask = jest.fn(() => Promise.resolve());
  const look = paced(ask, 500);
  look.moved();
  look.stop();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(ask).not.toHaveBeenCalled();
});
