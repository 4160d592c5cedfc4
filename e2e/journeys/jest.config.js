import { apart, run } from '../../jest.config.js';

/** One whole network for all journeys, started by the launcher as a person would, empty, on ports and state of its own. */
export default {
  ...run,
  ...apart,
  rootDir: '../..',
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  testMatch: ['<rootDir>/e2e/journeys/**/*.spec.ts', '<rootDir>/e2e/access/matrix/*.spec.ts'],
  globalSetup: '<rootDir>/e2e/journeys/start-network.mjs',
  globalTeardown: '<rootDir>/e2e/journeys/stop-network.mjs',
  testSequencer: '<rootDir>/e2e/journeys/order.js',
  maxWorkers: 1,
  testTimeout: 90_000,
};
