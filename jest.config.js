/** One Kafka and one Postgres per run (globalSetup), a database per test file. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{services,libs,deploy,e2e}/**/*.spec.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '/dist/',
    '<rootDir>/services/dashboard/',
    '<rootDir>/e2e/journeys/',
    '<rootDir>/e2e/access/matrix/',
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.local/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: {
    '^#(access|errors|events|messaging|persistence|runtime|testing)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  globalSetup: '<rootDir>/deploy/local/test-world.mjs',
  globalTeardown: '<rootDir>/deploy/local/test-world-down.mjs',
  maxWorkers: 2,
  testTimeout: 120_000,
};
