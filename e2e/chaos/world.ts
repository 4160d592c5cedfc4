import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Running, run } from '../../deploy/local/child.ts';
import { kafkaAnswers, newClusterId, prepareKafka } from '../../deploy/local/kafka.ts';
import { cleanUp } from '../../deploy/local/leftovers.ts';
import { local, logFile, pidFile, postgresHome, root } from '../../deploy/local/paths.ts';
import { isFree, type Ports, portsFrom, type Service, services } from '../../deploy/local/ports.ts';
import { postgresAnswers, preparePostgres } from '../../deploy/local/postgres.ts';
import { provision } from '../../deploy/local/provision.ts';
import { birthOf, recorded } from '../../deploy/local/registry.ts';
import { secretsFrom } from '../../deploy/local/secrets.ts';
import { commonSettings, gatewaySettings, serviceSettings } from '../../deploy/local/settings.ts';
import { Supervisor, type Watched } from '../../deploy/local/supervisor.ts';
import { Line } from './line.ts';
import { lead, type Release, runsFrom } from './releases.ts';

/** How a world is laid out. */
export interface Layout {
  readonly portBase: number;
  readonly brokers: 1 | 3;
  /** How many processes of each service. */
  readonly instances: 1 | 2;
  /** The folder whose `dist/` is run: this clone's, or one with a mutation in it. */
  readonly code: string;
  readonly chance: () => number;
}

/** A whole network of our own, with a line we control before each database and each broker. */
export interface World {
  readonly layout: Layout;
  readonly address: string;
  readonly issuer: string;
  /** Every process that may be hurt, by name. */
  readonly names: { readonly services: readonly string[]; readonly brokers: readonly string[] };
  readonly kafka: readonly Line[];
  readonly postgres: Line;
  /** Where the brokers are told to be: behind their lines. */
  readonly brokers: string;
  /** A database as its superuser, past every line. */
  databaseUrl(database: string): string;
  /** Of the process that bears this name now. */
  pidOf(name: string): number;
  healthOf(name: string): string;
  /** Where a broker keeps its logs. */
  logsOf(broker: string): string;
  /** Moves a service's clock by so many milliseconds; 0 sets it right. */
  setClock(name: string, ms: number): void;
  /** From its next start on, the service runs this release of the code. */
  release(name: string, release: Release): void;
  /** Starts so many more processes of a service, which read beside it and answer nobody; gives them once they are ready. */
  more(service: Service, count: number): Promise<readonly Running[]>;
  /** Leads requests past an instance that does not answer, or to it again. */
  avoid(name: string, avoided: boolean): void;
  stop(): Promise<void>;
}

/** Everybody may do everything, until a rule says otherwise. */
const ACCESS_RULES = {
  'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
  'allow.everyone.if.no.acl.found': true,
};
const MORE_WITHIN_MS = 30_000;
const homeOf = (n: number) => join(local, `kafka-${n + 1}`);
const clockOf = (name: string) => join(local, `clock-${name}`);

const portOf = {
  second: (ports: Ports, service: Service) => ports.gateway + 11 + services.indexOf(service),
  door: (ports: Ports, service: Service) => ports.gateway + 36 + services.indexOf(service),
  broker: (ports: Ports, n: number) => ports.kafka + 2 * n,
  controller: (ports: Ports, n: number) => ports.kafka + 2 * n + 1,
  brokerLine: (ports: Ports, n: number) => ports.kafka + 6 + n,
  more: (ports: Ports, n: number) => ports.gateway + 42 + n,
};

/** Starts it whole: brokers, Postgres, identity, every service as often as said, the gateway. */
export async function startWorld(layout: Layout, say: (line: string) => void): Promise<World> {
  // A run that was killed outright left its network behind.
  await cleanUp();
  forget();
  const ports = portsFrom(layout.portBase);
  if (!(await isFree(ports.gateway))) throw new Error(`Port ${ports.gateway} is in use: set CHAOS_PORT_BASE.`);
  const secrets = secretsFrom(join(local, 'secrets.json'));
  const server = { port: ports.postgres, password: secrets.postgres, roleSeed: secrets.roles };
  const self = { name: 'supervisor', pid: process.pid, startedAt: birthOf(process.pid) ?? '' };
  const supervisor = new Supervisor({ pidFile, self, say });

  const every = Array.from({ length: layout.brokers }, (_, n) => n);
  const cluster = newClusterId();
  const brokers = every.map((n): Watched => {
    const port = portOf.broker(ports, n);
    const program = prepareKafka({
      home: homeOf(n),
      port,
      controllerPort: portOf.controller(ports, n),
      advertisedPort: portOf.brokerLine(ports, n),
      log: logFile(`broker-${n + 1}`),
      cluster: { id: cluster, node: n + 1, controllerPorts: every.map((one) => portOf.controller(ports, one)) },
      // A broker alone may turn somebody away; several need each other before they know whom.
      ...(layout.brokers === 1 ? { properties: ACCESS_RULES } : {}),
    });
    return { program, ready: () => kafkaAnswers(port), withinMs: 120_000 };
  });
  const options = { ...server, home: postgresHome(), log: logFile('postgres') };
  const database = { program: preparePostgres(options), ready: () => postgresAnswers(options), withinMs: 60_000 };

  const kafka = every.map((n) => new Line([portOf.broker(ports, n)], layout.chance));
  const postgres = new Line([ports.postgres], layout.chance);
  const doors = services.map((service) => {
    const behind = [ports.services[service], portOf.second(ports, service)].slice(0, layout.instances);
    return { service, line: new Line(behind, layout.chance) };
  });
  await Promise.all([
    ...kafka.map((line, n) => line.listen(portOf.brokerLine(ports, n))),
    postgres.listen(ports.postgres + 1),
    ...doors.map(({ service, line }) => line.listen(portOf.door(ports, service))),
  ]);

  const common: NodeJS.ProcessEnv = {
    ...commonSettings({ PATH: process.env['PATH'] }, layout.portBase, ports, secrets),
    KAFKA_BROKERS: every.map((n) => `127.0.0.1:${portOf.brokerLine(ports, n)}`).join(','),
    // A world that begins with nothing would write all its compiled code down whenever somebody is asked to stop.
    NODE_DISABLE_COMPILE_CACHE: '1',
    // One caller stands for a whole network here.
    QUERY_BUDGET_PER_MINUTE: '10000000',
    KAFKA_REPLICATION_FACTOR: String(layout.brokers),
    ...Object.fromEntries(
      services.map((service) => [
        `SUBGRAPH_URL_${service.toUpperCase()}`,
        `http://127.0.0.1:${portOf.door(ports, service)}/graphql`,
      ]),
    ),
  };
  const behindLine = { ...server, port: ports.postgres + 1 };
  const instances = services.flatMap((service) =>
    [ports.services[service], portOf.second(ports, service)].slice(0, layout.instances).map((port, index) => {
      const name = index === 0 ? service : `${service}-${index + 1}`;
      const env = { ...serviceSettings(common, service, ports, behindLine), SERVICE_PORT: String(port) };
      lead(name, 'this', layout.code);
      return { name, port, watched: web(runsFrom(name), name, `dist/services/${service}/src/main.js`, env, port) };
    }),
  );
  const gateway = web(
    layout.code,
    'gateway',
    'dist/services/gateway/src/main.js',
    gatewaySettings(common, ports),
    ports.gateway,
  );
  const identity = web(root, 'identity', 'deploy/local/identity/main.ts', common, ports.identity);

  const extra: Running[] = [];
  const more = (service: Service, count: number) =>
    Promise.all(
      Array.from({ length: count }, async (_, n) => {
        const port = portOf.more(ports, n);
        const env = { ...serviceSettings(common, service, ports, behindLine), SERVICE_PORT: String(port) };
        const watched = web(layout.code, `${service}-more-${n + 1}`, `dist/services/${service}/src/main.js`, env, port);
        const running = run(watched.program);
        extra.push(running);
        const deadline = Date.now() + MORE_WITHIN_MS;
        while (Date.now() < deadline && !(await watched.ready())) await pause(200);
        return running;
      }),
    );

  const stop = async () => {
    await Promise.all(extra.map((running) => running.stop()));
    await supervisor.stop();
    for (const line of [...kafka, postgres, ...doors.map(({ line }) => line)]) line.close();
    forget();
  };
  try {
    await supervisor.raise(...brokers, database, identity);
    await provision(server);
    // One instance of each lays out the tables; the second finds them.
    await supervisor.raise(...instances.filter(({ name }) => !name.endsWith('-2')).map(({ watched }) => watched));
    await supervisor.raise(
      gateway,
      ...instances.filter(({ name }) => name.endsWith('-2')).map(({ watched }) => watched),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  const listed = (name: string) => recorded(pidFile).find((entry) => entry.name === name)?.pid;
  return {
    layout,
    address: `http://localhost:${ports.gateway}`,
    issuer: `http://localhost:${ports.identity}`,
    names: {
      services: instances.map(({ name }) => name),
      brokers: brokers.map(({ program }) => program.name),
    },
    kafka,
    postgres,
    brokers: String(common['KAFKA_BROKERS']),
    databaseUrl: (name) => `postgres://postgres:${secrets.postgres}@127.0.0.1:${ports.postgres}/${name}`,
    pidOf(name) {
      const pid = listed(name);
      if (pid === undefined) throw new Error(`no process ${name}`);
      return pid;
    },
    avoid(name, avoided) {
      const found = instances.find((one) => one.name === name);
      if (found) for (const { line } of doors) line.avoid(found.port, avoided);
    },
    healthOf: (name) => `http://127.0.0.1:${instances.find((one) => one.name === name)?.port}/health/complete`,
    logsOf: (broker) => join(homeOf(every.find((n) => `broker-${n + 1}` === broker) ?? 0), 'data'),
    more,
    release: (name, release) => lead(name, release, layout.code),
    setClock: (name, ms) => writeFileSync(clockOf(name), String(ms)),
    stop,
  };
}

/** Every run begins with nothing. */
function forget(): void {
  rmSync(postgresHome(), { recursive: true, force: true });
  rmSync(local, { recursive: true, force: true });
}

function web(code: string, name: string, script: string, env: NodeJS.ProcessEnv, port: number): Watched {
  const clock = ['--import', join(root, 'e2e/chaos/skewed-clock.mjs')];
  const args = ['--disable-warning=TimeoutNegativeWarning', ...clock, join(code, script)];
  const program = {
    name,
    command: process.execPath,
    args,
    env: { ...env, CHAOS_CLOCK: clockOf(name) },
    cwd: code,
    log: logFile(name),
  };
  const ready = () =>
    fetch(`http://localhost:${port}/health/ready`, { signal: AbortSignal.timeout(5_000) }).then(
      (answer) => answer.ok,
      () => false,
    );
  return { program, ready, withinMs: 180_000 };
}
