/*
 * A process that sends an outbox to Kafka, ours or a peer's, and is told when to begin and when to stop: so that its
 * processor time is its own, and what it has compiled stays compiled from run to run. It ends with whoever told it.
 */
import { createKafka } from '#messaging';
import { ourRelay } from './our-relay.ts';
import { polling, replication } from './pg-transactional-outbox.ts';

/** Something that sends while it runs. */
export interface Sender {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** A hint that something was written. */
  wake?(): void;
}

/** What a sender needs to know. */
export interface Outbox {
  readonly url: string;
  readonly topic: string;
  readonly kafka: ReturnType<typeof createKafka>;
}

const [kind = '', url = '', topic = ''] = process.argv.slice(2);
const silent = { info: () => undefined, warn: console.error, error: console.error };
const kafka = createKafka({ brokers: String(process.env['KAFKA_BROKERS']), clientId: `bench ${kind}`, log: silent });
const make = { ours: ourRelay, polling, replication }[kind];
if (!make) throw new Error(`no sender called ${kind}`);
const sender = make({ url, topic, kafka });

process.on('disconnect', () => process.exit(0));
process.on('message', (asked: 'start' | 'stop' | 'wake') => {
  if (asked === 'wake') return sender.wake?.();
  void sender[asked]().then(
    () => process.send?.('done'),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.send?.('done');
