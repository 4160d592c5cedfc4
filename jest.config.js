/** What every run shares. One Kafka and one Postgres per run (globalSetup), a database per test file. */
export const run = {
  globalSetup: '<rootDir>/deploy/local/test-world.mjs',
  globalTeardown: '<rootDir>/deploy/local/test-world-down.mjs',
  maxWorkers: 2,
  testTimeout: 120_000,
};

/** Each file in a world of modules of its own. */
export const apart = {
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.local/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: {
    '^#(access|errors|events|mail|messaging|papers|persistence|runtime|testing)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};

/** The files of one service share its modules: to load them anew for each file took most of all the time there is. */
const together = (service) => ({
  displayName: service,
  runner: 'jest-light-runner',
  setupFiles: ['<rootDir>/deploy/local/jest/read-typescript.mjs'],
  modulePathIgnorePatterns: apart.modulePathIgnorePatterns,
  testMatch: [`<rootDir>/services/${service}/**/*.spec.ts`],
});

export default {
  ...run,
  projects: [
    ...['network', 'beneficiaries', 'workshops', 'equipment', 'reporting', 'gateway'].map(together),
    {
      ...apart,
      displayName: 'common',
      testMatch: ['<rootDir>/{libs,deploy,e2e}/**/*.spec.ts'],
      testPathIgnorePatterns: [
        '/node_modules/',
        '/dist/',
        '<rootDir>/e2e/chaos/',
        '<rootDir>/e2e/journeys/',
        '<rootDir>/e2e/access/matrix/',
      ],
    },
    // Whole services on a broker: in a check they have one to themselves.
    { ...apart, displayName: 'chaos', testMatch: ['<rootDir>/e2e/chaos/**/*.spec.ts'] },
  ],
};
