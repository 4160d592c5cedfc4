import { expect, it } from '@jest/globals';
import { type Consumer, type Kafka } from 'kafkajs';
import { type Database, SteppedClock } from '#persistence';
import { EventConsumer } from './consumer.js';

/** A Kafka whose consumers come up at once and crash when told to; a real one cannot be made to lose its coordinator. */
function crashingKafka() {
  const crashes: ((error: Error) => void)[] = [];
  let born: () => void = () => undefined;
  const admin = { connect: () => Promise.resolve(), disconnect: () => Promise.resolve() };
  const consumer = () => {
    const listeners = new Map<string, (event: { payload: object }) => void>();
    crashes.push((error) => listeners.get('crash')?.({ payload: { error, restart: false } }));
    return {
      events: { GROUP_JOIN: 'join', FETCH: 'fetch', CRASH: 'crash' },
      on: (name: string, listener: (event: { payload: object }) => void) => listeners.set(name, listener),
      connect: () => Promise.resolve(),
      subscribe: () => Promise.resolve(),
      run: () => Promise.resolve(born()),
      disconnect: () => Promise.resolve(),
    } as unknown as Consumer;
  };
  return {
    kafka: { consumer, admin: () => admin } as unknown as Kafka,
    crash: (name: string) => crashes.at(-1)?.(Object.assign(new Error('gone'), { name })),
    nextConsumer: () => new Promise<void>((resolve) => (born = resolve)),
  };
}

function consumerOn(kafka: Kafka, fatal: Error[]): EventConsumer {
  return new EventConsumer({
    kafka,
    groupId: 'listener',
    topics: ['network.branches'],
    database: {} as Database,
    applier: { handles: new Set(), parksKeys: false, apply: () => Promise.resolve() },
    clock: new SteppedClock(new Date(0)),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    onFatal: (error) => fatal.push(error),
  });
}

it('begins again when the broker has no coordinator yet, though the client calls that final', async () => {
  const { kafka, crash, nextConsumer } = crashingKafka();
  const fatal: Error[] = [];
  const consumer = consumerOn(kafka, fatal);
  await consumer.start();
  const again = nextConsumer();
  crash('KafkaJSGroupCoordinatorNotFound');
  await again;
  expect(fatal).toEqual([]);
  await consumer.stop();
});

it('ends the process when the client gives up for another reason', async () => {
  const { kafka, crash } = crashingKafka();
  const fatal: Error[] = [];
  const consumer = consumerOn(kafka, fatal);
  await consumer.start();
  crash('KafkaJSNonRetriableError');
  expect(fatal.map((error) => error.name)).toEqual(['KafkaJSNonRetriableError']);
  await consumer.stop();
});
