/** Numbers that look random and are the same for the same seed: mulberry32, public domain, by Tommy Ettinger. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 to just below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `low` to `high`, both possible. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** One of them; there must be one. */
  of<T>(things: readonly T[]): T {
    const found = things[this.between(0, things.length - 1)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  }

  /** True that often. */
  that(share: number): boolean {
    return this.next() < share;
  }
}
