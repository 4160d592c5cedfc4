import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Program, type Running, run, until } from './child.ts';
import { kafkaAnswers, prepareKafka } from './kafka.ts';
import { reachable } from './paths.ts';
import { freePort } from './ports.ts';
import { postgresAnswers, postgresUrl, preparePostgres } from './postgres.ts';
import { birthOf, endLeftovers, record, recorded, stillRuns } from './registry.ts';

/*
 * A Postgres and a Kafka for tests, in the foreground, forgotten when it ends. With `--until-stdin-closes` it ends with
 * whoever holds the other end of its standard input, however that one ends: a test run killed outright leaves nothing.
 */
const prefix = 'passerelle-test-';
const nest = process.getuid?.() === 0 ? reachable : tmpdir();
const pidFile = (folder: string) => join(folder, 'processes.json');

/** Worlds whose keeper was killed outright. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(nest).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(nest, name);
    const [keeper] = recorded(pidFile(folder));
    if (!keeper || stillRuns(keeper)) continue;
    await endLeftovers(pidFile(folder));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function world(): Promise<void> {
  await sweep();
  const folder = mkdtempSync(join(nest, prefix));
  chmodSync(folder, 0o755); // Postgres's user has to cross it
  const family = [{ name: 'keeper', pid: process.pid, startedAt: birthOf(process.pid) ?? '' }];
  const children: Running[] = [];
  const raise = (program: Program): Running => {
    const child = run(program);
    children.push(child);
    record(pidFile(folder), [...family, ...children.map((one) => one.recorded)]);
    return child;
  };
  record(pidFile(folder), family);

  let ending = false;
  const end = async (code: number, words?: string) => {
    if (ending) return;
    ending = true;
    if (words) console.error(words);
    await Promise.all(children.map((child) => child.stop(5_000)));
    if (code === 0) rmSync(folder, { recursive: true, force: true });
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void end(0));
  if (process.argv.includes('--until-stdin-closes')) process.stdin.resume().once('close', () => void end(0));

  try {
    const [postgresPort, port, controllerPort] = await Promise.all([freePort(), freePort(), freePort()]);
    const log = (name: string) => join(folder, `${name}.log`);
    const password = randomBytes(16).toString('hex');
    const postgres = {
      home: join(folder, 'postgres'),
      port: postgresPort,
      password,
      log: log('postgres'),
      // Benches compare who waits for the disk; tests need not.
      forgetful: !process.argv.includes('--durable'),
      ...(process.argv.includes('--logical') ? { settings: { wal_level: 'logical', max_wal_senders: '8' } } : {}),
    };
    const broker = raise(prepareKafka({ home: join(folder, 'kafka'), port, controllerPort, log: log('broker') }));
    const server = raise(preparePostgres(postgres));
    const [served, brokered] = await Promise.all([
      until(() => postgresAnswers(postgres), 60_000, server.exited),
      until(() => kafkaAnswers(port), 60_000, broker.exited),
    ]);
    for (const [up, name] of [
      [served, 'postgres'],
      [brokered, 'broker'],
    ] as const) {
      if (!up) return await end(1, `The test world did not come up: read ${log(name)}`);
    }
    console.log(`TEST_POSTGRES_URL=${postgresUrl(postgres)}`);
    console.log(`KAFKA_BROKERS=127.0.0.1:${port}`);
    for (const child of children) void child.exited.then((how) => end(1, `${child.recorded.name} ended: ${how}`));
  } catch (error) {
    await end(1, error instanceof Error ? error.message : String(error));
  }
}

await world();
