import { Relay } from '#messaging';
import { SystemClock } from '#persistence';
import type { Outbox, Sender } from './sender.ts';

/** Our own relay, as a service runs it. */
export function ourRelay({ url, topic, kafka }: Outbox): Sender {
  let relay: Relay | undefined;
  return {
    async start() {
      const log = { info: () => undefined, warn: console.error, error: console.error };
      const clock = new SystemClock();
      relay = new Relay({ url, kafka, source: 'bench', clock, log, topics: [topic], replicationFactor: 1 });
      relay.start();
    },
    async stop() {
      await relay?.stop();
    },
    wake: () => relay?.wake(),
  };
}
