import './to-be-refused.js';

export { type Client, type Reply, startForTest, type TestService } from './start-for-test.js';
export { createTestIdentity, type Persona, personas, type TestIdentity } from './test-tokens.js';
