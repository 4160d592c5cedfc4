import { type Admin } from 'kafkajs';
import { type Database } from '#persistence';
import { type Log } from './kafka.js';
import { messageOf } from './patient-slices.js';
import { beginAgain, logOf, type Place, placeOf, resume } from './place-of-record.js';

const AGAIN_MS = 500;
/** A new leader may know less of the log for a moment than the old one said: so often it is asked before it is believed. */
const SIGHTINGS = 4;

/** A partition this instance reads: its place when it was taken up, and the event that must stand right before it. */
interface TakenUp {
  readonly place: Place;
  check: string | null;
  /** Records that are there and not applied yet. */
  lag: number;
}

/**
 * The partitions that are ours. Each is taken up where the database says, after the log was held against that place; as
 * long as this cannot be known, nothing of it is read.
 */
export class Assignment {
  private generation = 0;
  private joined = false;
  private partitions: { topic: string; partition: number }[] = [];
  private readonly taken = new Map<string, TakenUp>();

  constructor(
    private readonly options: {
      database: Database;
      reader: string;
      admin: Admin;
      log: Log;
      seek: (at: { topic: string; partition: number; offset: string }) => void;
    },
  ) {}

  /** These are ours from now on, and no others. */
  begin(assigned: Readonly<Record<string, readonly number[]>>): void {
    this.generation += 1;
    this.joined = true;
    this.taken.clear();
    this.partitions = Object.entries(assigned).flatMap(([topic, numbers]) =>
      numbers.map((partition) => ({ topic, partition })),
    );
    for (const { topic, partition } of this.partitions) this.takeUp(topic, partition);
  }

  /** Nothing is ours any more. */
  end(): void {
    this.generation += 1;
    this.joined = false;
    this.taken.clear();
    this.partitions = [];
  }

  /** Every partition of ours has been taken up; a member of the group may have none. */
  get whole(): boolean {
    return this.joined && this.partitions.every(({ topic, partition }) => this.of(topic, partition));
  }

  /** Records not applied yet, over all partitions. */
  get lag(): number {
    return [...this.taken.values()].reduce((sum, { lag }) => sum + lag, 0);
  }

  of(topic: string, partition: number): TakenUp | undefined {
    return this.taken.get(`${topic}/${partition}`);
  }

  /** Takes the partition up, or takes it up again: asks until the place and the log are known. */
  takeUp(topic: string, partition: number): void {
    void this.patiently(topic, partition);
  }

  private async patiently(topic: string, partition: number): Promise<void> {
    const { generation } = this;
    this.taken.delete(`${topic}/${partition}`);
    for (let sighting = 1; generation === this.generation; ) {
      try {
        const place = await placeOf(this.options.database, this.options.reader, topic, partition);
        const log = await logOf(this.options.admin, topic, partition);
        const { seek, check, anew } = resume(place, log);
        if (generation !== this.generation) return;
        if (anew && sighting++ >= SIGHTINGS) return await this.startOver(topic, partition, place.epoch);
        if (!anew) return this.take(topic, partition, { place, check, lag: Math.max(0, log.high - place.next) }, seek);
      } catch (error) {
        this.options.log.warn({ topic, partition, error: messageOf(error) }, 'place of record not readable yet');
      }
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS).unref());
    }
  }

  /**
   * Reads the partition from its beginning: the topic was created or sent anew, so that places in it mean nothing. What
   * was applied already is dropped by its id.
   */
  async startOver(topic: string, partition: number, epoch: number): Promise<void> {
    const { database, reader, admin, log } = this.options;
    log.warn({ topic, partition }, 'the topic is not the one read before: reading it from its beginning');
    const { low, high } = await logOf(admin, topic, partition);
    await beginAgain(database, reader, { topic, partition, offset: low, epoch });
    const place = await placeOf(database, reader, topic, partition);
    this.take(topic, partition, { place, check: null, lag: high - low }, low);
  }

  private take(topic: string, partition: number, taken: TakenUp, seek: number): void {
    this.taken.set(`${topic}/${partition}`, taken);
    this.options.seek({ topic, partition, offset: String(seek) });
  }
}
