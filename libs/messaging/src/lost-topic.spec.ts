import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { type Admin, type Kafka } from 'kafkajs';
import { BranchOpened, happened } from '#events';
import { RandomIds, SystemClock } from '#persistence';
import { eventually } from '#testing';
import { EventConsumer } from './consumer.js';
import { createKafka, ensureTopics } from './kafka.js';
import { type Listener, startListener } from './listener-for-test.js';
import { Outbox } from './outbox.js';
import { Relay } from './relay.js';
import type { RawRecord } from './wire.js';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
let listener: Listener;
let kafka: Kafka;
let admin: Admin;
let topic: string;
let running: { relay: Relay | undefined; consumer: EventConsumer } | undefined;
beforeAll(async () => {
  listener = await startListener();
  kafka = createKafka({ brokers: String(process.env['KAFKA_BROKERS']), clientId: 'lost-topic', log: silent });
  admin = kafka.admin();
  await admin.connect();
});
beforeEach(() => {
  topic = `listener.branches-${randomUUID()}`;
});
afterAll(async () => {
  await end();
  await admin.disconnect();
  await listener.service.stop();
});

it('sends a topic that was created anew from the ledger, and its readers begin again, each fact once', async () => {
  await begin();
  await open(10);
  await eventually('ten openings', async () => (await heard()) === 10);
  await createAnew();
  await open(5);
  await eventually('fifteen openings', async () => (await heard()) === 15);
  await eventually('the whole ledger on the topic', async () => (await onTopic()) >= 15);
  expect(await heard()).toBe(15);
  expect(await listener.aside(topic)).toEqual([]);
}, 90_000);

it('reads a topic from its beginning that was filled anew while nobody read it', async () => {
  await begin();
  await open(10);
  await eventually('ten openings', async () => (await heard()) === 10);
  await running?.consumer.stop();
  await createAnew();
  await open(20);
  await eventually('a topic longer than before', async () => (await onTopic()) >= 30);
  await listenAgain();
  await eventually('thirty openings', async () => (await heard()) === 30);
  await eventually('nothing left to read', async () => running?.consumer.health().lag === 0);
  expect(await heard()).toBe(30);
}, 90_000);

it('takes a topic for another one when the event it read last stands there no more', async () => {
  await ensureTopics(kafka, [topic]);
  const { add } = listener.partition();
  await produce([add('BX', 1), add('LI', 1), add('RO', 1)]);
  await listenOnly();
  await eventually('three openings', async () => (await listener.onTopic(topic)) === 3);
  await running?.consumer.stop();
  await createAnew();
  await produce([add('BE', 1), add('PA', 1), add('SD', 1), add('CR', 1)]);
  await listenAgain();
  await eventually('seven openings', async () => (await listener.onTopic(topic)) === 7);
}, 60_000);

it('reads everything again when the topic says that it was sent anew, even if the last event stands where it stood', async () => {
  await ensureTopics(kafka, [topic]);
  const { add } = listener.partition();
  const last = add('ST', 1);
  await produce([add('LY', 1), add('GR', 1), last]);
  await listenOnly();
  await eventually('three openings', async () => (await listener.onTopic(topic)) === 3);
  await running?.consumer.stop();
  await createAnew();
  await produce([add('MA', 1), add('NA', 1), last, add('TL', 1)], 1);
  await listenAgain();
  await eventually('six openings', async () => (await listener.onTopic(topic)) === 6);
}, 60_000);

it('sends fewer at once when the broker calls a batch too large', async () => {
  await begin();
  await running?.consumer.stop();
  const limit = { configEntries: [{ name: 'max.message.bytes', value: '20000' }], type: 2, name: topic };
  await admin.alterConfigs({ validateOnly: false, resources: [limit] });
  const one = randomUUID();
  await open(30, { id: one, note: 'x'.repeat(3_000) });
  await eventually('thirty openings on the topic', async () => (await onTopic()) === 30);
}, 60_000);

/** Puts records on the first partition, past any relay. */
async function produce(records: readonly RawRecord[], epoch = 0): Promise<void> {
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  const messages = records.map(({ key, value, headers }) => ({
    key,
    value,
    headers: { ...headers, epoch: String(epoch) },
    partition: 0,
  }));
  await producer.send({ topic, acks: -1, messages });
  await producer.disconnect();
}

async function listenOnly(): Promise<void> {
  await end();
  running = { relay: undefined, consumer: await newConsumer() };
}

async function begin(): Promise<void> {
  await end();
  await ensureTopics(kafka, [topic]);
  const relay = new Relay({
    url: listener.service.config.workerUrl,
    kafka,
    source: 'listener',
    clock: new SystemClock(),
    log: silent,
    topics: [topic],
    replicationFactor: 1,
  });
  relay.start();
  running = { relay, consumer: await newConsumer() };
}

async function newConsumer(): Promise<EventConsumer> {
  const consumer = new EventConsumer({
    kafka,
    groupId: `listener-${topic}`,
    topics: [topic],
    database: listener.service.database,
    applier: listener.applier,
    clock: new SystemClock(),
    log: silent,
    onFatal: () => undefined,
  });
  await consumer.start();
  return consumer;
}

async function listenAgain(): Promise<void> {
  if (running) running = { ...running, consumer: await newConsumer() };
}

async function end(): Promise<void> {
  await running?.consumer.stop();
  await running?.relay?.stop();
  running = undefined;
}

async function createAnew(): Promise<void> {
  await admin.deleteTopics({ topics: [topic] });
  await eventually('the topic gone', async () => !(await admin.listTopics()).includes(topic));
  await ensureTopics(kafka, [topic]);
}

/** So many openings of branches nobody has, in the ledger and on their way. */
async function open(count: number, more: Record<string, unknown> = {}): Promise<void> {
  const outbox = new Outbox(new SystemClock(), new RandomIds());
  const after = { city: 'Nulle part', communeCode: '33063', zone: 'Europe/Paris', latitude: 44.8, longitude: -0.6 };
  // One aggregate an opening, unless told otherwise: what is under test is the topic, not the order within a key.
  const facts = Array.from({ length: count }, () => {
    const branch = `${letter()}${letter()}`;
    const data = { branch, openedOn: '2026-01-05', after: { ...after, state: 'OPEN' as const } };
    const fact = happened(BranchOpened, { branch, at: new Date(), data });
    return {
      ...fact,
      definition: { ...BranchOpened, topic, key: 'id' },
      data: { ...fact.data, id: randomUUID(), ...more },
    };
  });
  await listener.service.tables((tx) => outbox.add(tx, facts));
  running?.relay?.wake();
}

const letter = () => 'ABCDEFGHIJKLMNOPQRSTUVWXY'[Math.floor(Math.random() * 25)];

const heard = (): Promise<number> => listener.onTopic(topic);

async function onTopic(): Promise<number> {
  // A topic just made has no leader for a moment.
  const offsets = await admin.fetchTopicOffsets(topic).catch(() => []);
  return offsets.reduce((sum, { high }) => sum + Number(high), 0);
}
