import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Producer } from 'kafkajs';
import { peersHome } from './peers-home.ts';
import type { Outbox, Sender } from './sender.ts';

/** What we use of the library; it is fetched for the bench alone, so the type checker does not know it. */
interface Message {
  readonly id: string;
  readonly aggregateId: string;
  readonly payload: unknown;
}
type Shutdown = () => Promise<void>;
type Listen = (config: object, handler: object, logger: object, strategies?: object) => [Shutdown];
interface Library {
  readonly initializePollingMessageListener: Listen;
  readonly initializeReplicationMessageListener: Listen;
  readonly createReplicationSegmentMutexConcurrencyController: () => object;
  readonly getDisabledLogger: () => object;
  readonly DatabaseSetup: Readonly<
    Record<
      | 'dropAndCreateTable'
      | 'setupReplicationCore'
      | 'setupReplicationSlot'
      | 'createPollingFunction'
      | 'setupPollingIndexes',
      (config: object) => string
    >
  >;
}

const POOL = 50;
const BATCH = 500;

/** The library asking every ten milliseconds for up to five hundred; protections that cost a statement each are off. */
export function polling(outbox: Outbox): Sender {
  const settings = { ...common(), nextMessagesFunctionName: 'next_outbox_messages' };
  return listening(outbox, (library, config, handler) =>
    library.initializePollingMessageListener(
      { ...config, settings: { ...settings, nextMessagesBatchSize: BATCH, nextMessagesPollingIntervalInMs: 10 } },
      handler,
      library.getDisabledLogger(),
      { batchSizeStrategy: wholeBatches },
    ),
  );
}

/**
 * Its own strategy takes one at a time at first, and later asks for one more whenever one is done: five hundred times a
 * batch, in the way of those under way, which it then gives up. Asking when all are done is much in its favour.
 */
async function wholeBatches(underWay: number): Promise<number> {
  if (underWay === 0) return BATCH;
  await new Promise((done) => setTimeout(done, 10));
  return 0;
}

/** The library reading the database's log of changes, segments side by side, each in order. */
export function replication(outbox: Outbox): Sender {
  const settings = { ...common(), dbPublication: 'outbox', dbReplicationSlot: slotOf(outbox.topic) };
  return listening(outbox, (library, config, handler) =>
    library.initializeReplicationMessageListener({ ...config, settings }, handler, library.getDisabledLogger(), {
      concurrencyStrategy: library.createReplicationSegmentMutexConcurrencyController(),
    }),
  );
}

/** The library's own tables for one of its ways, statement by statement. */
export function tablesOf(way: 'polling' | 'replication', database: string, topic: string): string[] {
  const { DatabaseSetup: setup } = load();
  const names = { publication: 'outbox', replicationSlot: slotOf(topic), nextMessagesName: 'next_outbox_messages' };
  const table = { outboxOrInbox: 'outbox', database, schema: 'public', table: 'outbox', listenerRole: 'postgres' };
  const config = { ...table, ...names };
  return way === 'polling'
    ? [setup.dropAndCreateTable(config), setup.createPollingFunction(config), setup.setupPollingIndexes(config)]
    : [
        setup.dropAndCreateTable(config),
        setup.setupReplicationCore(config),
        // A slot is made in a transaction that has written nothing.
        ...setup.setupReplicationSlot(config).split(/(?<=;)/),
      ];
}

const slotOf = (topic: string) => topic.replaceAll(/\W/g, '_');
const load = () => createRequire(join(peersHome, 'package.json'))('pg-transactional-outbox') as Library;

const common = () => ({
  dbSchema: 'public',
  dbTable: 'outbox',
  enableMaxAttemptsProtection: false,
  enablePoisonousMessageProtection: false,
  messageCleanupIntervalInMs: 0,
  // A batch of five hundred outlasts its own fifteen seconds on a busy machine.
  messageProcessingTimeoutInMs: 60_000,
  nextMessagesLockInMs: 60_000,
});

function listening(
  { url, topic, kafka }: Outbox,
  listen: (library: Library, config: object, handler: object) => [Shutdown],
): Sender {
  const library = load();
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false });
  let shutdown: Shutdown | undefined;
  return {
    async start() {
      await producer.connect();
      const connection = { connectionString: url, max: POOL };
      const send = gathered(producer, topic);
      [shutdown] = listen(
        library,
        { outboxOrInbox: 'outbox', dbHandlerConfig: connection, dbListenerConfig: connection },
        { handle: send },
      );
    },
    async stop() {
      await shutdown?.();
    },
  };
}

/** The library hands over one message at a time, many side by side: those of one moment share a request, in its favour. */
function gathered(producer: Producer, topic: string): (message: Message) => Promise<void> {
  let waiting: { message: Message; done: () => void; fail: (why: unknown) => void }[] = [];
  let sending = false;
  const flush = async () => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      const messages = batch.map(({ message }) => ({
        key: message.aggregateId,
        value: JSON.stringify(message.payload),
        headers: { id: message.id },
      }));
      await producer.send({ topic, acks: -1, messages }).then(
        () => {
          for (const { done } of batch) done();
        },
        (error: unknown) => {
          for (const { fail } of batch) fail(error);
        },
      );
    }
    sending = false;
  };
  return (message) =>
    new Promise((done, fail) => {
      waiting.push({ message, done, fail });
      if (sending) return;
      sending = true;
      setImmediate(() => void flush());
    });
}
