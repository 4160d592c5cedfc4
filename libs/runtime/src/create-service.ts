import { randomUUID } from 'node:crypto';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { ApolloFederationDriver, type ApolloFederationDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Global, Module, type Type } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule, DiscoveryService, MetadataScanner, NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import { AccessGuard, type EndedSessions, type TokenVerifier } from '#access';
import { formatGraphQLError } from '#errors';
import { CATALOGUE, topicsOf } from '#events';
import {
  createKafka,
  DeadLetters,
  EndedSessionsListener,
  type EventConsumer,
  EventTransport,
  findReactions,
  HeartbeatListener,
  LedgerDigester,
  LIVE_READER,
  Outbox,
  ReactionApplier,
  Relay,
} from '#messaging';
import { Clock, createDataSource, Database, Ids, RandomIds, SystemClock } from '#persistence';
import { authenticatedOf, requireSignedRequests } from './authentication.js';
import type { ServiceConfig } from './config.js';
import { requireDeclaredAccess } from './declared-access.js';
import { FreeTextGuard } from './free-text/free-text.guard.js';
import { HealthController, HealthReport } from './health.controller.js';
import { createLog, nestLogger } from './logging.js';
import { MetricsController, MetricsToken, registerServiceMetrics } from './metrics.controller.js';
import { OperationsController } from './operations.controller.js';
import { ReaderFactory, Readers } from './readers.js';
import { recordsAway } from './records-away.js';
import { DateTime, LocalDateScalar, Uuid } from './scalars.js';
import { type Companion, definitionOf, type ServiceDefinition } from './service.js';
import { ServiceHealth } from './service-health.js';

const FEDERATION = 'https://specs.apollo.dev/federation/v2.9';

/** Parts that a test or the demo network brings itself. */
export interface Overrides {
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly log?: Logger;
  /** The database made of the pools for requests and for reactions. */
  readonly database?: (requests: DataSource, reactions: DataSource) => Database;
  readonly outbox?: (clock: Clock, ids: Ids) => Outbox;
  readonly tokens: TokenVerifier;
  /** Told of sessions that end while the service runs; the verifier's own. */
  readonly ended?: EndedSessions;
  /** Ends the process when the event consumer has stopped for good. */
  readonly onFatal?: (error: Error) => void;
}

/** A service assembled but not yet listening. */
export interface RunningService {
  readonly app: NestFastifyApplication;
  readonly database: Database;
  readonly relay: Relay;
  readonly consumer: EventConsumer;
}

@Global()
@Module({})
class Platform {
  static with(parts: {
    clock: Clock;
    ids: Ids;
    database: Database;
    outbox: Outbox;
    health: HealthReport;
    heartbeats: HeartbeatListener;
    registry: Registry;
    letters: DeadLetters;
    factory: ReaderFactory;
    metrics: MetricsToken;
  }): DynamicModule {
    const { clock, ids, database, outbox, health, heartbeats, registry, letters, factory, metrics } = parts;
    const providers = [
      { provide: Clock, useValue: clock },
      { provide: Ids, useValue: ids },
      { provide: Database, useValue: database },
      { provide: Outbox, useValue: outbox },
      { provide: HealthReport, useValue: health },
      { provide: HeartbeatListener, useValue: heartbeats },
      { provide: Registry, useValue: registry },
      { provide: DeadLetters, useValue: letters },
      { provide: ReaderFactory, useValue: factory },
      { provide: MetricsToken, useValue: metrics },
    ];
    return {
      module: Platform,
      imports: [DiscoveryModule],
      // Who may ask comes first: a stranger's text is not even read.
      providers: [
        ...providers,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: FreeTextGuard },
      ],
      controllers: [HealthController, MetricsController, OperationsController],
      exports: providers.map((provider) => provider.provide),
    };
  }
}

function graphql(definition: ServiceDefinition, log: Logger): DynamicModule {
  return GraphQLModule.forRoot<ApolloFederationDriverConfig>({
    driver: ApolloFederationDriver,
    // The newest version that the gateway's composition knows; the default is ahead of it.
    autoSchemaFile: {
      federation: { version: 2, importUrl: FEDERATION, directives: ['@key', '@shareable', '@external'] },
    },
    path: '/graphql',
    // The gateway alone reaches this, signed; it decides who may look at the schema.
    introspection: true,
    playground: false,
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
    fieldResolverEnhancers: ['guards'],
    // The federated schema is built again from its text, where a scalar of ours would accept anything: its rules go along.
    resolvers: { LocalDate: LocalDateScalar, UUID: Uuid, DateTime },
    // A service without days or ids has no such scalar; that is no mistake.
    resolverValidationOptions: { requireResolversToMatchSchema: 'ignore' },
    hideSchemaDetailsFromClientErrors: true,
    buildSchemaOptions: {
      orphanedTypes: [...(definition.orphanedTypes ?? [])],
      scalarsMap: [],
      numberScalarMode: 'integer',
    },
    context: (request: FastifyRequest) => ({ ...authenticatedOf(request), loaders: new Map() }),
    formatError: formatGraphQLError(
      (error, correlationId, path) =>
        log.error({ correlationId, path, error: error instanceof Error ? error.stack : String(error) }, 'bug'),
      () => randomUUID(),
      recordsAway(log),
    ),
  } as ApolloFederationDriverConfig);
}

/** Assembles a service around its module: database, outbox, relay, consumer, GraphQL and guards. Opens no connection yet. */
export async function createService(
  module: Type,
  config: ServiceConfig,
  overrides: Overrides,
): Promise<RunningService> {
  const definition = definitionOf(module);
  const log = overrides.log ?? createLog(definition.name);
  const clock = overrides.clock ?? new SystemClock();
  const ids = overrides.ids ?? new RandomIds();
  const source = (url: string, role: string) =>
    createDataSource({
      url,
      entities: definition.entities,
      poolSize: config.poolSize,
      applicationName: `${definition.name} ${role}`,
    });
  const makeDatabase = overrides.database ?? ((requests, reactions) => new Database(requests, reactions));
  const database = makeDatabase(source(config.databaseUrl, 'app'), source(config.workerUrl, 'worker'));
  const outbox = overrides.outbox?.(clock, ids) ?? new Outbox(clock, ids);
  const kafka = createKafka({ brokers: config.brokers, clientId: definition.name, log });
  const relay = new Relay({
    url: config.workerUrl,
    kafka,
    source: definition.name,
    clock,
    log,
    topics: topicsOf(CATALOGUE.values()).filter((topic) => topic.startsWith(`${definition.name}.`)),
    replicationFactor: config.replicationFactor,
  });
  const heartbeats = new HeartbeatListener(kafka, definition.name, ids);
  const readers = new Readers();
  const health = new ServiceHealth({ service: definition.name, database, relay, readers });
  const registry = new Registry();
  registerServiceMetrics(registry, { health, relay, readers, database });
  const letters = new DeadLetters({ database, clock, applier: (reader) => readers.applierOf(reader) });
  const onFatal =
    overrides.onFatal ?? ((error: Error) => log.fatal({ error: error.message }, 'event consumer stopped'));
  const factory = new ReaderFactory({
    service: definition.name,
    readers,
    consumer: { kafka, database, clock, log, onFatal },
  });
  const adapter = new FastifyAdapter({ bodyLimit: 1_048_576, forceCloseConnections: true });
  const app = await NestFactory.create<NestFastifyApplication>(
    {
      module: Root,
      imports: [
        Platform.with({
          clock,
          ids,
          database,
          outbox,
          health,
          heartbeats,
          registry,
          letters,
          factory,
          metrics: { token: config.metricsToken },
        }),
        graphql(definition, log),
        module,
      ],
    },
    adapter,
    { logger: nestLogger(log), rawBody: true, abortOnError: false },
  );
  requireSignedRequests(app.getHttpAdapter().getInstance() as never, {
    secret: config.subgraphSecret,
    tokens: overrides.tokens,
    now: () => new Date(),
  });
  const discovery = app.get(DiscoveryService, { strict: false });
  const scanner = new MetadataScanner();
  requireDeclaredAccess(discovery, scanner);
  const applier = definition.applier
    ? app.get(definition.applier, { strict: false })
    : new ReactionApplier(findReactions(discovery, scanner));
  const consumer = factory.make(LIVE_READER, applier.topics, applier);
  const companions = (definition.companions ?? []).map((type) => app.get<Companion>(type, { strict: false }));
  const digest = CATALOGUE.get(`${definition.name}.ledger-digested`);
  if (digest) companions.push(new LedgerDigester({ database, outbox, clock, log, digest }));
  const { ended } = overrides;
  if (ended) companions.push(new EndedSessionsListener({ kafka, service: definition.name, ids, log, ended }));
  database.onCommit(() => relay.wake());
  app.connectMicroservice({ strategy: new EventTransport(relay, consumer, heartbeats, companions) });
  return { app, database, relay, consumer };
}

@Module({})
class Root {}
