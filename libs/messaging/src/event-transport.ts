import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import { type EventConsumer } from './consumer.js';
import { type HeartbeatListener } from './heartbeat-listener.js';
import { type Relay } from './relay.js';

/** Nest's life-cycle around consumer and relay: they start with the microservice and stop, in order, with the application. */
export class EventTransport extends Server implements CustomTransportStrategy {
  constructor(
    private readonly relay: Relay,
    private readonly consumer: EventConsumer,
    private readonly heartbeats: HeartbeatListener,
    private readonly companions: readonly { start(): void; stop(): Promise<void> }[] = [],
  ) {
    super();
  }

  listen(callback: (error?: unknown) => void): void {
    this.relay.start();
    Promise.all([this.consumer.start(), this.heartbeats.start()]).then(
      () => {
        for (const companion of this.companions) companion.start();
        callback();
      },
      (error: unknown) => callback(error),
    );
  }

  async close(): Promise<void> {
    // At once, since each may wait for a broker or a database that is away; the relay last, for what they still wrote down.
    await Promise.all([...this.companions, this.heartbeats, this.consumer].map((one) => one.stop()));
    await this.relay.stop();
  }

  override on(): void {
    throw new Error('The event transport has no events of its own.');
  }

  override unwrap<T>(): T {
    return this.consumer as T;
  }
}
