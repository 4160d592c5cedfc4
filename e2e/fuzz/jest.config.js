import journeys from '../journeys/jest.config.js';

/** Asks one whole network, as the journeys have it, what nobody would think of. */
export default {
  ...journeys,
  rootDir: '../..',
  testMatch: ['<rootDir>/e2e/fuzz/*.fuzz.ts'],
};
