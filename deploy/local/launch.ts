/* The local world, from leftovers to address: run by start.mjs under the pinned Node, straight from its sources. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from './child.ts';
import { kafkaAnswers, prepareKafka } from './kafka.ts';
import { cleanUp, rotateLogs } from './leftovers.ts';
import { local, logFile, pidFile, postgresHome, root } from './paths.ts';
import { personas } from './personas.ts';
import { isFree, portBase, portsFrom, services } from './ports.ts';
import { postgresAnswers, preparePostgres } from './postgres.ts';
import { provision } from './provision.ts';
import { birthOf } from './registry.ts';
import { secretsFrom } from './secrets.ts';
import { commonSettings, gatewaySettings, portsOf, seedSettings, serviceSettings, shapeOf } from './settings.ts';
import { Supervisor, type Watched } from './supervisor.ts';

const begun = performance.now();
const say = (line: string) => console.log(`[${((performance.now() - begun) / 1000).toFixed(1).padStart(5)} s] ${line}`);
const seeded = join(local, 'seeded');

function node(name: string, script: string, env: NodeJS.ProcessEnv): Program {
  const args = ['--enable-source-maps', join(root, script)];
  return { name, command: process.execPath, args, env, cwd: root, log: logFile(name) };
}

function web(program: Program, port: number): Watched {
  const ready = async () => {
    const answer = await fetch(`http://localhost:${port}/health/ready`, { signal: AbortSignal.timeout(5_000) }).catch(
      () => undefined,
    );
    await answer?.body?.cancel();
    return answer?.ok ?? false;
  };
  return { program, ready, withinMs: 120_000 };
}

async function launch(supervisor: Supervisor): Promise<void> {
  const base = portBase(process.env);
  const ports = portsFrom(base);
  const shape = shapeOf(process.env);
  for (const port of portsOf(shape, ports)) {
    if (await isFree(port)) continue;
    const other = `PORT_BASE=${base + 50} npm start`;
    throw new Error(`Port ${port} is in use: stop the program that uses it, or take another block of ports: ${other}`);
  }
  rotateLogs();
  const secrets = secretsFrom(join(local, 'secrets.json'));
  const common = commonSettings(process.env, base, ports, secrets);
  const server = shape.postgres
    ? { port: ports.postgres, password: secrets.postgres, roleSeed: secrets.roles }
    : undefined;

  say('Starting PostgreSQL with its databases and roles, Kafka, and the demo identity');
  const ground: Watched[] = [];
  if (shape.kafka) {
    const broker = { home: join(local, 'kafka'), port: ports.kafka, controllerPort: ports.kafkaController };
    const program = prepareKafka({ ...broker, log: logFile('broker') });
    ground.push({ program, ready: () => kafkaAnswers(ports.kafka), withinMs: 90_000 });
  }
  if (server) {
    const options = { ...server, home: postgresHome(), log: logFile('postgres') };
    let laidOut = false;
    const ready = async () => {
      if (!(await postgresAnswers(options))) return false;
      if (!laidOut) await provision(server);
      laidOut = true;
      return true;
    };
    ground.push({ program: preparePostgres(options), ready, withinMs: 90_000 });
  }
  if (shape.identity) ground.push(web(node('identity', 'deploy/local/identity/main.ts', common), ports.identity));
  await supervisor.raise(...ground);

  const started = services.map((service) =>
    web(
      node(service, `dist/services/${service}/src/main.js`, serviceSettings(common, service, ports, server)),
      ports.services[service],
    ),
  );
  const gateway = web(
    node('gateway', 'dist/services/gateway/src/main.js', gatewaySettings(common, ports)),
    ports.gateway,
  );
  say(`Starting the gateway and the services: ${services.join(', ')}`);
  // The gateway needs no service to come up; raised second, it is the first to leave.
  await Promise.all([supervisor.raise(...started), supervisor.raise(gateway)]);
  welcome(ports.gateway);
  // The year fills in while the network can already be used: each fact arrives live, as any other.
  await seed(supervisor, seedSettings(common, server));
}

async function seed(supervisor: Supervisor, env: NodeJS.ProcessEnv): Promise<void> {
  const script = 'dist/deploy/local/seed.js';
  if (process.argv.includes('--empty') || existsSync(seeded) || !existsSync(join(root, script))) return;
  say('Filling the demo network, a year in thirteen branches, while you look around');
  const how = await supervisor.complete({ ...node('seed', script, env), log: undefined });
  if (supervisor.isStopping) return;
  if (how !== 'exit code 0')
    return say(`The demo network could not be filled (${how}): stop, npm run reset -- --yes, then npm start.`);
  writeFileSync(seeded, '');
  say('The demo network is filled');
}

function welcome(port: number): void {
  say('Ready');
  console.log(`
  Passerelle    http://localhost:${port}
  Query it      http://localhost:${port}/graphql   with the token of   npm run -s token -- api-client
  Logs          .local/logs
  Stop          Ctrl-C

  You can be:`);
  for (const { id, name, does } of personas) console.log(`    ${id.padEnd(24)} ${name.padEnd(24)} ${does}`);
  console.log('');
}

async function main(): Promise<void> {
  const ended = await cleanUp();
  if (ended.length > 0) say(`Ended what an earlier start had left behind: ${ended.join(', ')}`);
  const self = { name: 'supervisor', pid: process.pid, startedAt: birthOf(process.pid) ?? '' };
  const supervisor = new Supervisor({ pidFile, self, say });

  let leaving = false;
  const leave = async (code: number, words?: string) => {
    if (leaving) return;
    leaving = true;
    if (words) console.error(`\n✗ ${words}`);
    say('Stopping everything');
    await supervisor.stop();
    say('Stopped; the data stays');
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave(0));
  process.on('disconnect', () => void leave(0)); // whoever started us is gone

  await launch(supervisor).catch((error: unknown) => leave(1, error instanceof Error ? error.message : String(error)));
}

main().catch((error: unknown) => {
  console.error(`\n✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
