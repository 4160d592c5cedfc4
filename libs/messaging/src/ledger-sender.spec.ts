import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Kafka } from 'kafkajs';
import { Client } from 'pg';
import { BranchOpened, happened } from '#events';
import { RandomIds, SystemClock } from '#persistence';
import { createKafka, ensureTopics } from './kafka.js';
import { LedgerSender } from './ledger-sender.js';
import { type Listener, startListener } from './listener-for-test.js';
import { Outbox } from './outbox.js';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const topic = `listener.branches-${randomUUID()}`;
let listener: Listener;
let kafka: Kafka;
let client: Client;
let sender: LedgerSender;
beforeAll(async () => {
  listener = await startListener();
  kafka = createKafka({ brokers: String(process.env['KAFKA_BROKERS']), clientId: 'ledger-sender', log: silent });
  await ensureTopics(kafka, [topic]);
  client = new Client({ connectionString: listener.service.config.workerUrl });
  await client.connect();
});
afterAll(async () => {
  await sender.disconnect();
  await client.end();
  await listener.service.stop();
});

const data = {
  branch: 'BX',
  openedOn: '2026-01-05',
  after: {
    city: 'L’Haÿ-les-Roses "à côté" \\ \u{1F331}',
    communeCode: '33063',
    zone: 'Europe/Paris',
    latitude: 44.8,
    longitude: -0.0000001,
    state: 'OPEN' as const,
  },
};

it('sends each fact with the very data that were told, then forgets it and knows where the last one lies', async () => {
  const fact = happened(BranchOpened, { branch: 'BX', at: new Date('2026-01-05T08:00:00Z'), data });
  const outbox = new Outbox(new SystemClock(), new RandomIds());
  const facts = Array.from({ length: 3 }, () => ({ ...fact, definition: { ...BranchOpened, topic } }));
  await listener.service.tables((tx) => outbox.add(tx, facts));
  sender = new LedgerSender({ kafka, source: 'listener', clock: new SystemClock(), log: silent });
  await sender.load(client);
  expect(await sender.sendBatch(client)).toBe('all');
  expect((await values(3)).map((value) => JSON.parse(value))).toEqual([data, data, data]);
  const { rows: pending } = await client.query('SELECT seq FROM outbox_pending');
  expect(pending).toEqual([]);
  const { rows: places } = await client.query<{ kafka_offset: string; seq: string }>(
    'SELECT kafka_offset, seq FROM relay_position WHERE topic = $1',
    [topic],
  );
  expect(places).toEqual([{ kafka_offset: '2', seq: '3' }]);
  expect(await sender.sendBatch(client)).toBe('none');
}, 60_000);

/** What lies on the topic, once so many records do. */
async function values(count: number): Promise<string[]> {
  const consumer = kafka.consumer({ groupId: topic });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  const found: string[] = [];
  await new Promise<void>((done, fail) => {
    consumer
      .run({
        eachMessage: async ({ message }) => {
          if (found.push(String(message.value)) === count) done();
        },
      })
      .catch(fail);
  });
  await consumer.disconnect();
  return found;
}
