import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, openSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '#testing';
import { freePort } from '../../../deploy/local/ports.ts';
import { as, type Contender, contender, KEYS, newDatabase, PAYLOAD, type Process, ROWS } from './contenders.ts';
import { peersHome } from './peers-home.ts';

const CONNECTOR = 'outbox';

/** Debezium's connector with its router for outboxes, on Kafka Connect in its standalone mode. */
export async function debezium(superuserUrl: string): Promise<Contender> {
  const topic = 'bench.debezium';
  const url = await newDatabase(superuserUrl, 'bench_debezium');
  await as(url, (client) =>
    client.query(
      'CREATE TABLE outbox (id uuid PRIMARY KEY, aggregatetype text NOT NULL, aggregateid text NOT NULL, type text NOT NULL, payload jsonb)',
    ),
  );
  return contender({
    name: 'Debezium 3.3',
    topic,
    url,
    process: await connect(url),
    insert: `INSERT INTO outbox SELECT gen_random_uuid(), '${topic}', 'key-' || n % ${KEYS}, 'row-added', ${PAYLOAD} FROM ${ROWS}`,
    tidy: 'TRUNCATE outbox',
  });
}

/** Kafka Connect, running from the first start to the end so that it is warm; its connector begins and stops. */
async function connect(url: string): Promise<Process> {
  const home = mkdtempSync(join(tmpdir(), 'passerelle-connect-'));
  const port = await freePort();
  const rest = `http://127.0.0.1:${port}`;
  const properties = join(home, 'worker.properties');
  mkdirSync(home, { recursive: true });
  writeFileSync(properties, lines(workerSettings(home, rest)));
  const log = openSync(join(home, 'connect.log'), 'a');
  const jars = `${join(peersHome, 'jars')}/*`;
  const command = ['java', '-Xmx512m', '-cp', jars, 'org.apache.kafka.connect.cli.ConnectStandalone', properties];
  // It ends with the pipe between us, however we end.
  const java = spawn('sh', ['-c', '"$@" & cat > /dev/null; kill $!; wait', 'sh', ...command], {
    cwd: home,
    stdio: ['pipe', log, log],
  });
  const ask = (method: string, path: string, body?: object) =>
    fetch(`${rest}/connectors${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const state = async (wanted: string) => {
    const answer = await ask('GET', `/${CONNECTOR}/status`);
    if (!answer.ok) return false;
    const { connector, tasks } = (await answer.json()) as { connector: { state: string }; tasks: { state: string }[] };
    if (tasks.some((task) => task.state === 'FAILED')) throw new Error(`Debezium failed: read ${home}/connect.log`);
    return connector.state === wanted && (wanted !== 'RUNNING' || tasks.some((task) => task.state === wanted));
  };
  await eventually(
    'Kafka Connect',
    () =>
      ask('GET', '').then(
        ({ ok }) => ok,
        () => false,
      ),
    120,
  );
  const made = await ask('POST', '', { name: CONNECTOR, config: connectorSettings(url) });
  if (!made.ok) throw new Error(`Kafka Connect answered ${made.status}`);
  await eventually('the connector', () => state('RUNNING'), 60);
  await eventually('its slot', () => slotIsRead(url), 60);
  const stop = async () => {
    await ask('PUT', `/${CONNECTOR}/stop`);
    await eventually('the connector at rest', () => state('STOPPED'), 60);
  };
  await stop();
  return {
    pid: () => java.pid ?? -1,
    async start() {
      await ask('PUT', `/${CONNECTOR}/resume`);
      await eventually('the connector', () => state('RUNNING'), 60);
    },
    stop,
    async close() {
      const gone = once(java, 'exit');
      java.stdin?.end();
      await gone;
    },
  };
}

async function slotIsRead(url: string): Promise<boolean> {
  let active = false;
  await as(url, async (client) => {
    const { rows } = await client.query<{ active: boolean }>(
      `SELECT active FROM pg_replication_slots WHERE slot_name = 'debezium'`,
    );
    active = rows[0]?.active ?? false;
  });
  return active;
}

const workerSettings = (home: string, rest: string) => ({
  'bootstrap.servers': String(process.env['KAFKA_BROKERS']),
  listeners: rest,
  'plugin.discovery': 'service_load',
  'offset.storage.file.filename': join(home, 'offsets'),
  'offset.flush.interval.ms': '1000',
  'key.converter': 'org.apache.kafka.connect.storage.StringConverter',
  'value.converter': 'org.apache.kafka.connect.storage.StringConverter',
  'producer.acks': 'all',
});

/** As its documentation has it for an outbox, and asking every ten milliseconds instead of every half second. */
function connectorSettings(url: string) {
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    'connector.class': 'io.debezium.connector.postgresql.PostgresConnector',
    'database.hostname': hostname,
    'database.port': port,
    'database.user': username,
    'database.password': password,
    'database.dbname': pathname.slice(1),
    'topic.prefix': 'bench',
    'table.include.list': 'public.outbox',
    'plugin.name': 'pgoutput',
    'slot.name': 'debezium',
    'publication.autocreate.mode': 'filtered',
    'snapshot.mode': 'no_data',
    'tombstones.on.delete': 'false',
    'poll.interval.ms': '10',
    transforms: 'outbox',
    'transforms.outbox.type': 'io.debezium.transforms.outbox.EventRouter',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the router's own placeholder
    'transforms.outbox.route.topic.replacement': '${routedByValue}',
  };
}

const lines = (settings: Record<string, string>) =>
  Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
