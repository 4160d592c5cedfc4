import { randomBytes, randomUUID } from 'node:crypto';
import type { Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { pino } from 'pino';
import { signRequest } from '#access';
import type { Fact } from '#events';
import { type Applier, findReactions, headersOf, type LedgerRow, ReactionApplier, readRecord } from '#messaging';
import { Clock, migrate, provisionDatabase, SteppedClock, type Tx } from '#persistence';
import { allMigrations, createService, definitionOf, type RunningService, type ServiceConfig } from '#runtime';
import { createTestIdentity, type Persona } from './test-tokens.js';

/** What a GraphQL answer looks like to a test. */
export interface Reply {
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors?: readonly { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

/** A service under test, as one persona sees it. */
export interface Client {
  /** Sends a GraphQL document as the gateway would: signed, with the persona's token. */
  query(document: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Reply>;
  /** Runs the mutation of that name with its one `input`, asking for `fields` of the answer. */
  command(
    mutation: string,
    input: Record<string, unknown>,
    fields?: string,
    headers?: Record<string, string>,
  ): Promise<Reply>;
  /** Posts bytes to another address of the service as the gateway would: signed, with the persona's token. */
  post<A>(url: string, body: Buffer, contentType: string): Promise<A>;
}

/** A service on its own database, with no Kafka: events are read from its ledger and delivered by hand. */
export interface TestService extends RunningService {
  readonly clock: SteppedClock;
  readonly config: ServiceConfig;
  as(who: Persona): Client;
  /** Everything announced so far, oldest first. */
  published(): Promise<{ type: string; branch: string | null; data: Record<string, unknown> }[]>;
  /** Hands facts to this service as if they had come from Kafka, in order, with the versions their aggregates are at. */
  deliver(...facts: Fact[]): Promise<void>;
  /** Looks at the tables as the worker role: all branches. */
  tables<R>(look: (tx: Tx) => Promise<R>): Promise<R>;
  stop(): Promise<void>;
}

const SECRET = 'a secret that only this test run shares with itself';

/** Starts a service for one test file on a database of its own. The clock stands at `now` until the test moves it. */
export async function startForTest(module: Type, options: { now?: string } = {}): Promise<TestService> {
  const { name, applier: Applier } = definitionOf(module);
  const superuser = required('TEST_POSTGRES_URL');
  const database = `test_${name}_${randomBytes(5).toString('hex')}`;
  // Roles belong to the server and test files run side by side: one password for all of them.
  const passwords = { migrator: 'test', app: 'test', worker: 'test' };
  const urls = await provisionDatabase(superuser, { service: name, database, passwords });
  await migrate({ url: urls.migrator, service: name, migrations: allMigrations(module) });
  const identity = await createTestIdentity();
  const clock = new SteppedClock(new Date(options.now ?? '2026-11-26T08:00:00.000Z'));
  const config: ServiceConfig = {
    port: 0,
    host: '127.0.0.1',
    brokers: process.env['KAFKA_BROKERS'] ?? '127.0.0.1:1',
    replicationFactor: 1,
    databaseUrl: urls.app,
    workerUrl: urls.worker,
    migratorUrl: urls.migrator,
    issuer: 'http://identity.test',
    jwksUri: undefined,
    subgraphSecret: SECRET,
    poolSize: 10,
    metricsToken: 'a token that only a test collector holds',
  };
  const log = pino({ level: process.env['TEST_LOG_LEVEL'] ?? 'silent' });
  const service = await createService(module, config, {
    clock: clock as Clock as SteppedClock,
    tokens: identity.verifier,
    log,
  });
  await service.database.connect();
  await service.app.init();
  await service.app.getHttpAdapter().getInstance().ready();
  const applier: Applier = Applier
    ? service.app.get(Applier, { strict: false })
    : new ReactionApplier(findReactions(service.app.get(DiscoveryService, { strict: false }), new MetadataScanner()));
  const versions = new Map<string, number>();

  const send = async <A = Reply>(
    who: Persona,
    body: string | Buffer,
    headers: Record<string, string>,
    url = '/graphql',
  ): Promise<A> => {
    const response = await service.app.inject({
      method: 'POST',
      url,
      payload: body,
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await identity.tokenFor(who)}`,
        'x-passerelle-signature': signRequest({ secret: SECRET, body, timestamp: Date.now(), nonce: randomUUID() }),
        ...headers,
      },
    });
    return response.json<A>();
  };

  return {
    ...service,
    clock,
    config,
    as: (who) => ({
      query: (document, variables = {}, headers = {}) =>
        send(who, JSON.stringify({ query: document, variables }), headers),
      command: (mutation, input, fields = 'id', headers = {}) => {
        const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
        const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} } }`;
        return send(who, JSON.stringify({ query, variables: { input } }), headers);
      },
      post: (url, body, contentType) => send(who, body, { 'content-type': contentType }, url),
    }),
    published: () =>
      service.database.work(async (tx) => {
        const rows: LedgerRow[] = await tx.query('SELECT * FROM outbox_event ORDER BY seq');
        return rows.map((row) => ({
          type: row.type,
          branch: row.branch,
          data: row.payload as Record<string, unknown>,
        }));
      }),
    deliver: async (...facts) => {
      for (const fact of facts) {
        const aggregateId = String(fact.data[fact.definition.key]);
        const key = `${fact.definition.topic} ${aggregateId}`;
        versions.set(key, (versions.get(key) ?? 0) + 1);
        const row: LedgerRow = {
          seq: '0',
          event_id: randomUUID(),
          aggregate_type: fact.definition.topic,
          aggregate_id: aggregateId,
          aggregate_version: versions.get(key) ?? 1,
          type: fact.definition.name,
          schema_version: fact.definition.version,
          branch: fact.branch,
          occurred_at: fact.occurredAt,
          recorded_at: clock.now(),
          payload: fact.data,
          trace: null,
        };
        const record = {
          topic: fact.definition.topic,
          partition: 0,
          offset: 0,
          key: aggregateId,
          headers: headersOf(row, 'test'),
          value: JSON.stringify(row.payload),
        };
        const parsed = readRecord(record);
        if (parsed.outcome !== 'parsed') throw new Error(`${fact.definition.name}: ${parsed.outcome} ${parsed.why}`);
        const { event } = parsed;
        await service.database.work((tx) => applier.apply(tx, [{ record, event }]));
      }
    },
    tables: (look) => service.database.work(look),
    stop: async () => {
      await service.app.close();
      await service.database.close();
    },
  };
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: run the tests with "npm test"`);
  return value;
}
