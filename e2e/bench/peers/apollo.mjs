/* Apollo Gateway as its makers' examples start it, without any plugin. */
import { readFileSync } from 'node:fs';
import { peersOf } from './fetch-peers.mjs';

const peer = peersOf('gateway');

const { ApolloServer } = peer('@apollo/server');
const { startStandaloneServer } = peer('@apollo/server/standalone');
const { ApolloGateway } = peer('@apollo/gateway');

const silent = { debug() {}, info() {}, warn() {}, error: console.error };
const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(process.env.BENCH_SUPERGRAPH, 'utf8'),
  logger: silent,
});
const server = new ApolloServer({ gateway, logger: silent });
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
process.send({ port: Number(new URL(url).port), path: '/' });
process.once('disconnect', () => process.exit(0));
