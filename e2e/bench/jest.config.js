import { apart, run } from '../../jest.config.js';

/** Benches measure; they run when asked for, one at a time, and fail only when what they measure does. */
export default {
  ...run,
  ...apart,
  rootDir: '../..',
  testMatch: ['<rootDir>/e2e/bench/*.bench.ts'],
  testTimeout: 3_600_000,
  maxWorkers: 1,
  globalSetup: '<rootDir>/e2e/bench/durable-world.mjs',
};
