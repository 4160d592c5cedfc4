import { uuidv7 } from 'uuidv7';

/** The only source of "now". Handed in, so that a test fixes the date and the demo network lives a year in a minute. */
export abstract class Clock {
  abstract now(): Date;

  /** Milliseconds that only ever grow, whatever becomes of the date: for how long something took, never for when it was. */
  elapsed(): number {
    return performance.now();
  }
}

/** The machine's clock, in milliseconds. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock somebody sets. */
export class SteppedClock extends Clock {
  constructor(private current: Date) {
    super();
  }

  now(): Date {
    return new Date(this.current);
  }

  set(instant: Date | string): void {
    this.current = new Date(instant);
  }
}

/** The only source of new identifiers. */
export abstract class Ids {
  /** A UUIDv7: unique, and roughly in order of time. */
  abstract next(): string;
}

/** Ids from the machine's clock and randomness. */
export class RandomIds extends Ids {
  next(): string {
    return uuidv7();
  }
}
