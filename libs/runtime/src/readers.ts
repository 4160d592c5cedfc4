import { type Applier, type ConsumerOptions, EventConsumer, LIVE_READER, type Log } from '#messaging';

/** The readers of one service by name: `live`, and what is being rebuilt beside it. */
export class Readers {
  private readonly found = new Map<string, { consumer: EventConsumer; applier: Applier }>();

  set(reader: string, consumer: EventConsumer, applier: Applier): void {
    this.found.set(reader, { consumer, applier });
  }

  delete(reader: string): void {
    this.found.delete(reader);
  }

  /** What this reader does with events. Throws for one that is not there. */
  applierOf(reader: string): Applier {
    const found = this.found.get(reader);
    if (!found) throw new Error(`nobody reads as ${reader}`);
    return found.applier;
  }

  entries(): [string, EventConsumer][] {
    return [...this.found].map(([reader, { consumer }]) => [reader, consumer]);
  }
}

/** Makes readers beside the live one, each with a place of record of its own in the same database. */
export class ReaderFactory {
  constructor(
    private readonly options: {
      service: string;
      readers: Readers;
      consumer: Omit<ConsumerOptions, 'groupId' | 'topics' | 'applier' | 'reader'>;
    },
  ) {}

  get log(): Log {
    return this.options.consumer.log;
  }

  /** A reader, not started yet; its health counts among the service's own. */
  make(reader: string, topics: readonly string[], applier: Applier): EventConsumer {
    const { service, consumer, readers } = this.options;
    const groupId = reader === LIVE_READER ? service : `${service}-${reader}`;
    const made = new EventConsumer({ ...consumer, groupId, topics, applier, reader });
    readers.set(reader, made, applier);
    return made;
  }

  /** The reader no longer counts. */
  forget(reader: string): void {
    this.options.readers.delete(reader);
  }
}
