/*
 * Hive Gateway, with its planner in Rust (BENCH_PLANNER=rust) or without. Equal requests to a subgraph that are under way at
 * once are not joined (BENCH_SHARED=yes joins them): what one caller is told is not for the next.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { peersOf } from './fetch-peers.mjs';

const peer = peersOf('gateway');

const { createGatewayRuntime } = peer('@graphql-hive/gateway');
const { useJIT: jit } = peer('@graphql-mesh/plugin-jit');
const rust = process.env.BENCH_PLANNER === 'rust' ? peer('@graphql-hive/router-runtime') : {};
const shared = process.env.BENCH_SHARED === 'yes';
const runtime = createGatewayRuntime({
  supergraph: readFileSync(process.env.BENCH_SUPERGRAPH, 'utf8'),
  logging: false,
  landingPage: false,
  graphiql: false,
  ...rust,
  transportEntries: { '*.http': { options: { deduplicateInflightRequests: shared } } },
  plugins: () => (rust.unifiedGraphHandler ? [] : [jit()]),
});
const server = createServer({ keepAliveTimeout: 600_000 }, runtime);
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.once('disconnect', () => process.exit(0));
