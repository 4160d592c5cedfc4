import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Program } from './child.ts';
import { kafkaLibs, root } from './paths.ts';

/** One broker of our own, which is its own controller. */
export interface KafkaOptions {
  home: string;
  port: number;
  controllerPort: number;
  log: string;
  /** Where clients are told to find it, when something stands between. */
  advertisedPort?: number;
  /** Settings beside ours. */
  properties?: Readonly<Record<string, string | number | boolean>>;
  /** One of several, each with every record: who they are, and which of them this one is. */
  cluster?: { id: string; node: number; controllerPorts: readonly number[] };
}

/** Formats the storage the first time, and says how to run the broker. */
export function prepareKafka(options: KafkaOptions): Program {
  const data = join(options.home, 'data');
  mkdirSync(options.home, { recursive: true });
  const file = join(options.home, 'server.properties');
  const lines = Object.entries({ ...serverProperties(options, data), ...options.properties }).map(
    ([name, value]) => `${name}=${value}`,
  );
  writeFileSync(file, `${lines.join('\n')}\n`);
  const java = [
    '-cp',
    join(kafkaLibs, '*'),
    `-Dlog4j2.configurationFile=${join(root, 'deploy/local/kafka/log4j2.yaml')}`,
  ];
  if (!existsSync(join(data, 'meta.properties'))) format(options, file, data, java);
  return {
    name: options.cluster ? `broker-${options.cluster.node}` : 'broker',
    command: 'java',
    // Small and quickly there: a demo's broker lives beside eight other processes on two cores.
    args: ['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', ...java, 'kafka.Kafka', file],
    cwd: options.home,
    log: options.log,
  };
}

/** How the broker is set up; the one in a container is held against it. */
export function serverProperties(options: KafkaOptions, data: string): Record<string, string | number | boolean> {
  const voters = options.cluster?.controllerPorts ?? [options.controllerPort];
  const copies = voters.length;
  const enough = Math.max(1, copies - 1);
  return {
    'process.roles': 'broker,controller',
    'node.id': options.cluster?.node ?? 1,
    'controller.quorum.voters': voters.map((port, index) => `${index + 1}@127.0.0.1:${port}`).join(','),
    listeners: `PLAINTEXT://127.0.0.1:${options.port},CONTROLLER://127.0.0.1:${options.controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${options.advertisedPort ?? options.port}`,
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': data,
    'auto.create.topics.enable': false,
    'unclean.leader.election.enable': false,
    'num.partitions': 12,
    'default.replication.factor': copies,
    'min.insync.replicas': enough,
    'log.retention.ms': -1, // topics are the history a rebuild reads
    'message.max.bytes': 1_048_576,
    'offsets.retention.minutes': 43_200,
    'offsets.topic.replication.factor': copies,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': copies,
    'transaction.state.log.min.isr': enough,
    'transaction.state.log.num.partitions': 1,
    'share.coordinator.state.topic.replication.factor': copies,
    'share.coordinator.state.topic.min.isr': enough,
    'share.coordinator.state.topic.num.partitions': 1,
    'group.initial.rebalance.delay.ms': 0,
    // A broker that comes back must wait until its former self is declared dead: seconds here, a person is waiting.
    'broker.session.timeout.ms': 3_000,
    'broker.heartbeat.interval.ms': 500,
    'num.network.threads': 2,
    'num.io.threads': 4,
    'log.cleaner.dedupe.buffer.size': 16_777_216, // the default alone is half of the heap we allow
    'log.index.size.max.bytes': 1_048_576,
    'log.segment.bytes': 134_217_728,
  };
}

function format(options: KafkaOptions, file: string, data: string, java: string[]): void {
  rmSync(data, { recursive: true, force: true });
  // Joined by = below: one id in sixty-four begins with a dash and would be taken for an option.
  const id = options.cluster?.id ?? newClusterId();
  const args = ['-Xmx128m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', ...java];
  const made = spawnSync('java', [...args, 'kafka.tools.StorageTool', 'format', `--cluster-id=${id}`, '-c', file], {
    encoding: 'utf8',
  });
  if (made.status !== 0) {
    rmSync(data, { recursive: true, force: true });
    throw new Error(`Kafka could not format its storage: ${(made.stderr || made.error?.message || '').trim()}`);
  }
}

/** A name for a cluster that nobody has yet. */
export function newClusterId(): string {
  return Buffer.from(crypto.randomUUID().replaceAll('-', ''), 'hex').toString('base64url');
}

/**
 * Whether the broker counts itself among the living. It accepts connections before it serves, so it is asked for the
 * cluster's members (Metadata, version 5, about no topic): a broker that is still fenced is not in the answer.
 */
export function kafkaAnswers(port: number): Promise<boolean> {
  const request = Buffer.from([0, 0, 0, 15, 0, 3, 0, 5, 0, 0, 0, 1, 0xff, 0xff, 0, 0, 0, 0, 0]);
  return new Promise((done) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(request));
    const finish = (answer: boolean) => {
      socket.destroy();
      done(answer);
    };
    let reply = Buffer.alloc(0);
    socket.setTimeout(2_000, () => finish(false));
    socket.on('error', () => finish(false));
    socket.on('close', () => finish(false));
    socket.on('data', (chunk) => {
      reply = Buffer.concat([reply, chunk]);
      if (reply.length >= 16) finish(reply.readInt32BE(12) > 0); // length, correlation, throttle, then how many brokers
    });
  });
}
