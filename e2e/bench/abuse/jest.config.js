import journeys from '../../journeys/jest.config.js';

/** Asks one whole network, as the journeys have it, what it has to refuse at once. */
export default {
  ...journeys,
  rootDir: '../../..',
  testMatch: ['<rootDir>/e2e/bench/abuse/*.bench.ts'],
};
