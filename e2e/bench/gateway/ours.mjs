/*
 * Our gateway before the shop's subgraphs. With every check it is the gateway as it is deployed, put together by the same
 * function; bare, it is its planner and its fetches alone, behind a plain server, as the peers are compared.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parse, validate } from 'graphql';
import { pino } from 'pino';
import { Registry } from 'prom-client';

/** What is measured is the code as it is built and deployed, which a fresh clone has yet to do. */
const built = (file) => import(new URL(`../../../dist/${file}`, import.meta.url).href);
const { RandomIds, SystemClock } = await built('libs/persistence/src/index.js');
const { createTestIdentity, personas } = await built('libs/testing/src/test-tokens.js');
const { createGateway } = await built('services/gateway/src/create-gateway.js');
const { ServiceFetch } = await built('services/gateway/src/graphql/service-fetch.js');
const { Supergraph } = await built('services/gateway/src/graphql/supergraph.js');
const { GatewayMetrics } = await built('services/gateway/src/metrics/gateway-metrics.js');
const { callOf } = await built('services/gateway/src/upstream/call.js');
const { postTo } = await built('services/gateway/src/upstream/post-to.js');

const NOBODY = 'http://127.0.0.1:9/graphql';
const supergraphFile = process.env.BENCH_SUPERGRAPH;
const services = JSON.parse(process.env.BENCH_SERVICES);
const log = pino({ level: 'error' }, process.stderr);
const ids = new RandomIds();
if (process.env.BENCH_CHECKS === 'all') await withEveryCheck();
else await bare();
process.once('disconnect', () => process.exit(0));

async function withEveryCheck() {
  const identity = await createTestIdentity();
  let asked = 0;
  // A token holds for minutes, a comparison may take longer: each run gets one of its own.
  process.on('message', async () => {
    asked += 1;
    process.send({ token: await identity.tokenFor({ ...personas.coordinator, subject: `bench-${asked}` }) });
  });
  const app = await createGateway({
    config: {
      host: '127.0.0.1',
      port: 0,
      issuer: 'http://identity.test',
      jwksUri: undefined,
      subgraphSecret: 'a-secret-that-only-this-bench-knows',
      metricsToken: undefined,
      // Nobody asks these two here, but a gateway without them is none.
      services: { network: NOBODY, reporting: NOBODY, ...services },
      supergraphFile,
      dashboardFolder: 'nowhere',
      demoYearMark: undefined,
      // The shop's query is far beyond what our pages ask.
      budget: { query: 1_000_000_000, minute: Number.MAX_SAFE_INTEGER },
      documentsFile: undefined,
      personas: [],
      inbox: undefined,
    },
    clock: new SystemClock(),
    ids,
    tokens: identity.verifier,
    ended: identity.ended,
    log,
  });
  await app.listen(0, '127.0.0.1');
  process.send({ port: app.getHttpServer().address().port });
}

async function bare() {
  const metrics = new GatewayMetrics(new Registry(), () => 0);
  const supergraph = await Supergraph.load(
    readFileSync(supergraphFile, 'utf8'),
    services,
    new ServiceFetch({ post: postTo }, log, metrics),
  );
  const documents = new Map();
  const documentOf = (query) => {
    const known = documents.get(query);
    if (known) return known;
    const document = parse(query);
    if (validate(supergraph.schema, document).length > 0) throw new Error('A query of the bench is invalid.');
    documents.set(query, document);
    return document;
  };
  const server = createServer({ keepAliveTimeout: 600_000 }, (request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', async () => {
      const { query, variables = {} } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      const result = await supergraph.execute(documentOf(query), undefined, variables, callOf({}, ids, 5_000));
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
    });
  });
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
}
