import { join } from 'node:path';

/** Where `fetch-outbox-peers.mjs` puts what we are compared with. */
export const peersHome = join(process.cwd(), '.local/bench-peers/outbox');
