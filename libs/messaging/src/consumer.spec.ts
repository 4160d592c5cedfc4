import { expect, it } from '@jest/globals';
import { type Consumer, type Kafka } from 'kafkajs';
import { type Database, SteppedClock } from '#persistence';
import { EventConsumer } from './consumer.js';

/** A Kafka whose consumers come up at once and crash when told to; a real one cannot be made to lose its coordinator. */
function crashingKafka() {
  const crashes: ((error: Error) => void)[] = [];
  const told: ((name: string, payload: object) => void)[] = [];
  let born: () => void = () => undefined;
  const admin = { connect: () => Promise.resolve(), disconnect: () => Promise.resolve() };
  const consumer = () => {
    const listeners = new Map<string, (event: { payload: object }) => void>();
    told.push((name, payload) => listeners.get(name)?.({ payload }));
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
    tell: (name: string, payload: object) => told.at(-1)?.(name, payload),
    crash: (name: string) => crashes.at(-1)?.(Object.assign(new Error('gone'), { name })),
    nextConsumer: () => new Promise<void>((resolve) => (born = resolve)),
  };
}

function consumerOn(kafka: Kafka, fatal: Error[], clock = new SteppedClock(new Date(0))): EventConsumer {
  return new EventConsumer({
    kafka,
    groupId: 'listener',
    topics: ['network.branches'],
    database: {} as Database,
    applier: { handles: new Set(), parksKeys: false, apply: () => Promise.resolve() },
    clock,
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

it('no longer reads ten seconds after its last fetch, though the date was set back by an hour meanwhile', async () => {
  class HandClock extends SteppedClock {
    passed = 0;

    override elapsed(): number {
      return this.passed;
    }
  }
  const clock = new HandClock(new Date('2026-11-27T10:00:00Z'));
  const { kafka, tell } = crashingKafka();
  const consumer = consumerOn(kafka, [], clock);
  await consumer.start();
  tell('join', { memberAssignment: {} });
  tell('fetch', {});
  expect(consumer.health().reading).toBe(true);
  clock.set('2026-11-27T09:00:00Z');
  clock.passed = 10_000;
  expect(consumer.health().reading).toBe(false);
  await consumer.stop();
});
