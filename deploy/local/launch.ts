/* The local world, from leftovers to address: run by start.mjs under the pinned Node, straight from its sources. */
import { join } from 'node:path';
import type { Program } from './child.ts';
import { begunMark, concluded, forgetHalfTold, isWanted, toldMark } from './demo-year.ts';
import { kafkaAnswers, prepareKafka } from './kafka.ts';
import { cleanUp, rotateLogs } from './leftovers.ts';
import { local, logFile, pidFile, postgresHome, root } from './paths.ts';
import { personas } from './personas.ts';
import { isFree, portBase, portsFrom, services } from './ports.ts';
import { postgresAnswers, preparePostgres } from './postgres.ts';
import { provision } from './provision.ts';
import { birthOf } from './registry.ts';
import { secretsFrom } from './secrets.ts';
import {
  commonSettings,
  demoMemberSettings,
  demoNoticeSettings,
  gatewaySettings,
  portsOf,
  seedSettings,
  serviceSettings,
  shapeOf,
} from './settings.ts';
import { Supervisor, type Watched } from './supervisor.ts';

const begun = performance.now();
const say = (line: string) => console.log(`[${((performance.now() - begun) / 1000).toFixed(1).padStart(5)} s] ${line}`);

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
  if (forgetHalfTold(shape)) say('An earlier start was cut short while it filled the demo network: beginning anew');
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
  if (shape.identity) {
    const settings = { ...common, IDENTITY_ADMIN_SECRET: secrets.identity };
    ground.push(web(node('identity', 'deploy/local/identity/main.ts', settings), ports.identity));
    ground.push(web(node('inbox', 'deploy/local/inbox/main.ts', common), ports.inbox));
  }
  await supervisor.raise(...ground);

  const started = services.map((service) =>
    web(
      node(service, `dist/services/${service}/src/main.js`, {
        ...serviceSettings(common, service, ports, server),
        ...(service === 'network' && shape.identity ? demoMemberSettings(ports, secrets.identity) : {}),
        ...(service === 'beneficiaries' && shape.identity ? demoNoticeSettings(ports) : {}),
      }),
      ports.services[service],
    ),
  );
  const demo = isWanted(process.argv);
  const inbox = shape.identity ? `http://localhost:${ports.inbox}/` : undefined;
  const settings = gatewaySettings(common, ports, demo ? toldMark : undefined, inbox);
  const gateway = web(node('gateway', 'dist/services/gateway/src/main.js', settings), ports.gateway);
  say(`Starting the gateway and the services: ${services.join(', ')}`);
  // The gateway needs no service to come up; raised second, it is the first to leave.
  await Promise.all([supervisor.raise(...started), supervisor.raise(gateway)]);
  if (demo) await fill(supervisor, seedSettings(common, begunMark, server));
  // The address comes last: what a person sees first is whole, and what they write is never forgotten with half a year.
  if (!supervisor.isStopping) welcome(ports.gateway, inbox);
}

async function fill(supervisor: Supervisor, env: NodeJS.ProcessEnv): Promise<void> {
  say('Filling the demo network, a year in thirteen branches, which takes a minute or two');
  const how = await supervisor.complete({ ...node('seed', 'dist/deploy/local/seed.js', env), log: undefined });
  if (!supervisor.isStopping) say(concluded(how));
}

function welcome(port: number, inbox: string | undefined): void {
  say('Ready');
  console.log(`
  Passerelle    http://localhost:${port}
  Query it      http://localhost:${port}/graphql   with the token of   npm run -s token -- api-client
  Mail          ${inbox ?? 'goes where SMTP_URL says'}
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
