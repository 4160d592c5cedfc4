import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Type } from '@nestjs/common';
import { Client } from 'pg';
import { TokenVerifier } from '#access';
import { CATALOGUE, topicsOf } from '#events';
import { createKafka, ensureTopics, HEARTBEAT_TOPIC } from '#messaging';
import { migrate, provisionDatabase, SystemClock } from '#persistence';
import { allMigrations, createLog, createService, loadServiceConfig, type RunningService } from '#runtime';
import { BeneficiariesModule } from '../../../services/beneficiaries/src/beneficiaries.module.js';
import { EquipmentModule } from '../../../services/equipment/src/equipment.module.js';
import { NetworkModule } from '../../../services/network/src/network.module.js';
import { ReportingModule } from '../../../services/reporting/src/reporting.module.js';
import { WorkshopsModule } from '../../../services/workshops/src/workshops.module.js';
import { root } from '../paths.ts';
import { type DemoService, openService } from '../seed/demo-world.js';
import { tell, type Year } from '../seed/year.js';
import { type Databases, openDatabases, SERVICES, type Service } from './databases.js';

const MODULES: Readonly<Record<Service, Type>> = {
  network: NetworkModule,
  beneficiaries: BeneficiariesModule,
  workshops: WorkshopsModule,
  equipment: EquipmentModule,
  reporting: ReportingModule,
};

/** For tests: a world of its own in which a year has been told, with a look into its databases. */
export interface ToldWorld {
  readonly databases: Databases;
  /** Says something to a service's database as the server's superuser. */
  meddle(service: Service, sql: string): Promise<void>;
  end(): Promise<void>;
}

/** Starts a PostgreSQL, a Kafka and the services that listen, and tells them the year. */
export async function toldWorld(year: Year): Promise<ToldWorld> {
  const ground = spawn(process.execPath, [join(root, 'deploy/local/world.ts'), '--until-stdin-closes'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const open: RunningService[] = [];
  const end = async () => {
    for (const { app, database } of open.toReversed()) {
      await app.close();
      await database.close();
    }
    const gone = once(ground, 'exit');
    ground.stdin.end();
    await gone;
  };
  try {
    const env = await environmentOf(ground);
    for (const service of SERVICES) open.push(await listen(service, env));
    const voice = async (service: Service): Promise<DemoService> => {
      const opened = await openService(MODULES[service], env);
      open.push(opened);
      return opened;
    };
    const [network, beneficiaries] = [await voice('network'), await voice('beneficiaries')];
    const [workshops, equipment] = [await voice('workshops'), await voice('equipment')];
    await tell(year, { network, beneficiaries, workshops, equipment }, () => undefined);
    const databases = await openDatabases((service) => env[`DATABASE_WORKER_URL_${service.toUpperCase()}`]);
    return {
      databases,
      meddle: (service, sql) => asSuperuser(String(env['TEST_POSTGRES_URL']), service, sql),
      end: async () => {
        await databases.close();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

async function asSuperuser(server: string, service: Service, sql: string): Promise<void> {
  const client = new Client({ connectionString: server.replace(/\/[^/]*$/, `/${service}`) });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** The settings of every service: a database each on the world's server, and its broker. */
async function environmentOf(ground: ChildProcess): Promise<NodeJS.ProcessEnv> {
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: 'test',
    OIDC_ISSUER: 'http://identity.test',
    SUBGRAPH_SECRET: randomBytes(32).toString('hex'),
  };
  if (!ground.stdout) throw new Error('The world says nothing');
  for await (const line of createInterface({ input: ground.stdout })) {
    const [name = '', ...value] = line.split('=');
    env[name] = value.join('=');
    if (env['TEST_POSTGRES_URL'] && env['KAFKA_BROKERS']) break;
  }
  const passwords = { migrator: 'test', app: 'test', worker: 'test' };
  for (const service of SERVICES) {
    const urls = await provisionDatabase(String(env['TEST_POSTGRES_URL']), { service, database: service, passwords });
    const name = service.toUpperCase();
    env[`DATABASE_URL_${name}`] = urls.app;
    env[`DATABASE_WORKER_URL_${name}`] = urls.worker;
    env[`DATABASE_MIGRATOR_URL_${name}`] = urls.migrator;
  }
  return env;
}

/** A service that sends and hears events, and serves nobody. */
async function listen(service: Service, env: NodeJS.ProcessEnv): Promise<RunningService> {
  const config = loadServiceConfig(service, { ...env, SERVICE_PORT: '0' });
  await migrate({ url: config.migratorUrl, service, migrations: allMigrations(MODULES[service]) });
  const log = createLog(service, 'fatal');
  const kafka = createKafka({ brokers: config.brokers, clientId: service, log });
  await ensureTopics(kafka, [...topicsOf(CATALOGUE.values()), HEARTBEAT_TOPIC]);
  const clock = new SystemClock();
  const keys = () => Promise.reject(new Error('no token is read here'));
  const tokens = new TokenVerifier({ issuer: config.issuer, audience: 'passerelle', keys, clock });
  const running = await createService(MODULES[service], config, { clock, tokens, log });
  await running.database.connect();
  // Not more of the application: its GraphQL would meet the types of the other services in this process.
  await running.app.startAllMicroservices();
  return running;
}
