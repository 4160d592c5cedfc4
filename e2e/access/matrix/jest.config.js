import journeys from '../../journeys/jest.config.js';

/** Asks one whole network, as the journeys have it, everything as everybody. */
export default {
  ...journeys,
  rootDir: '../../..',
  testMatch: ['<rootDir>/e2e/access/matrix/*.spec.ts'],
};
