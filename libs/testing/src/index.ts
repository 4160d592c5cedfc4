export { itExportsEverythingHeld } from './held-canaries.js';

import './to-be-refused.js';

export { createProcessWorld, eventually, type ProcessWorld, type ServiceProcess } from './service-process.js';
export { type Client, type Reply, startForTest, type TestService } from './start-for-test.js';
export { createTestIdentity, type Persona, personas, TEST_ISSUER, type TestIdentity } from './test-tokens.js';
export { type Uploaded, uploadAs } from './upload-as.js';
export { wordsIn } from './words-in.js';
