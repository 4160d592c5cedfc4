import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import { type EventConsumer } from './consumer.js';
import { type Relay } from './relay.js';

/** Nest's life-cycle around consumer and relay: they start with the microservice and stop, in order, with the application. */
export class EventTransport extends Server implements CustomTransportStrategy {
  constructor(
    private readonly relay: Relay,
    private readonly consumer: EventConsumer,
  ) {
    super();
  }

  listen(callback: (error?: unknown) => void): void {
    this.relay.start();
    this.consumer.start().then(
      () => callback(),
      (error: unknown) => callback(error),
    );
  }

  async close(): Promise<void> {
    await this.consumer.stop();
    await this.relay.stop();
  }

  override on(): void {
    throw new Error('The event transport has no events of its own.');
  }

  override unwrap<T>(): T {
    return this.consumer as T;
  }
}
