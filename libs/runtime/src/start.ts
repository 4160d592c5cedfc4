import type { Type } from '@nestjs/common';
import { EndedSessions, issuerKeys, TokenVerifier } from '#access';
import { CATALOGUE, topicsOf } from '#events';
import {
  createKafka,
  DigestTables1000000000003,
  ensureTopics,
  HEARTBEAT_TOPIC,
  MessagingTables1000000000001,
  ReaderTables1000000000002,
  readUpToNow,
} from '#messaging';
import {
  type Migration,
  migrate,
  RolesAndRowSecurity1000000000000,
  RoleWall1000000000004,
  SystemClock,
} from '#persistence';
import { ConfigError, type ServiceConfig } from './config.js';
import { createService } from './create-service.js';
import { createLog } from './logging.js';
import { definitionOf } from './service.js';

/** A service's migrations with those of the libs before them. */
export function allMigrations(module: Type): Migration[] {
  return [
    RolesAndRowSecurity1000000000000,
    MessagingTables1000000000001,
    ReaderTables1000000000002,
    DigestTables1000000000003,
    RoleWall1000000000004,
    ...definitionOf(module).migrations,
  ];
}

/**
 * Runs a service: migrates its tables, creates missing topics, serves GraphQL, sends and reads events. Stops in order on
 * SIGTERM or SIGINT. A wrong setting ends the process with one line that names it.
 */
export async function start(
  module: Type,
  readConfig: (environment: NodeJS.ProcessEnv) => ServiceConfig,
): Promise<void> {
  const { name } = definitionOf(module);
  const log = createLog(name);
  try {
    const config = readConfig(process.env);
    await migrate({ url: config.migratorUrl, service: name, migrations: allMigrations(module) });
    const kafka = createKafka({ brokers: config.brokers, clientId: name, log });
    await ensureTopics(kafka, [...topicsOf(CATALOGUE.values()), HEARTBEAT_TOPIC], config.replicationFactor);
    const clock = new SystemClock();
    const ended = new EndedSessions(clock);
    const tokens = new TokenVerifier({
      issuer: config.issuer,
      audience: 'passerelle',
      keys: issuerKeys(config.issuer, config.jwksUri),
      clock,
      ended,
    });
    const { app, database } = await createService(module, config, {
      log,
      tokens,
      ended,
      onFatal: () => process.exit(1),
    });
    await database.connect();
    await app.startAllMicroservices();
    await readUpToNow(kafka, database, definitionOf(module).readBeforeOpening ?? []);
    await app.listen(config.port, config.host);
    log.info({ port: config.port }, 'ready');
    const stop = (): void => {
      // Killed, for what ends by itself first writes down its compiled code, which may take seconds.
      const deadline = setTimeout(() => process.kill(process.pid, 'SIGKILL'), 9_000);
      deadline.unref();
      void app
        .close()
        .then(() => database.close())
        .then(() => process.exit(0));
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  } catch (error) {
    if (error instanceof ConfigError) log.fatal(error.message);
    else log.fatal({ error: error instanceof Error ? error.stack : String(error) }, 'could not start');
    process.exit(1);
  }
}
