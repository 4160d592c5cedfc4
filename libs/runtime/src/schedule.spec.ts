import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { Schedule } from './schedule.js';

class Testing extends Schedule {
  constructor(turn: () => Promise<string | undefined>) {
    super({ name: 'testing', everyMs: 1_000, turn });
  }
}

let schedule: Testing | undefined;
beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(async () => {
  jest.useRealTimers();
  await schedule?.stop();
});

it('does its turn at once, and again every so often', async () => {
  const turn = jest.fn(async () => undefined);
  schedule = new Testing(turn);
  schedule.start();
  expect(turn).toHaveBeenCalledTimes(1);
  await jest.advanceTimersByTimeAsync(2_000);
  expect(turn).toHaveBeenCalledTimes(3);
});

it('lets none pile up behind a turn that lasts, and is stopped with the turn under way', async () => {
  let end = () => {};
  const turn = jest.fn(() => new Promise<undefined>((resolve) => (end = () => resolve(undefined))));
  schedule = new Testing(turn);
  schedule.start();
  await jest.advanceTimersByTimeAsync(5_000);
  expect(turn).toHaveBeenCalledTimes(1);
  let stopped = false;
  const stopping = schedule.stop().then(() => (stopped = true));
  await Promise.resolve();
  expect(stopped).toBe(false);
  end();
  await stopping;
});

it('goes on after a turn that failed', async () => {
  const turn = jest.fn(async (): Promise<undefined> => {
    throw new Error('the database is away');
  });
  schedule = new Testing(turn);
  schedule.start();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(turn).toHaveBeenCalledTimes(2);
});
