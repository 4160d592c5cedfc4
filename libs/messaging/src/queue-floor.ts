/** Longer than any transaction may last, so that whoever took a lower number has committed or never will. */
const SETTLED_MS = 60_000;
const SWEEP_MS = 1_000;

/**
 * Where the relay reads its queue from. Rows already sent and deleted stay in the index while a long look elsewhere (a dump)
 * holds vacuum back, and reading through them all for every batch would slow the relay more and more. A number is taken
 * before its row commits, so reading on from the last row sent could let an aggregate's later event overtake an earlier one;
 * but below a row seen a minute ago nothing can come in any more. Only a redrive puts lower rows back: a sweep from the very
 * start, once a second, finds them.
 */
export class QueueFloor {
  private floor = 0;
  private sweptAt = Number.NEGATIVE_INFINITY;
  private readonly seen: { readonly seq: number; readonly at: number }[] = [];

  /** Rows above this are to be read now; 0 for a sweep. */
  from(now: number): number {
    return now - this.sweptAt >= SWEEP_MS ? 0 : this.floor;
  }

  /** Tells that a read above `from` found these first and last rows; both undefined when it found none. */
  read(from: number, first: number | undefined, last: number | undefined, now: number): void {
    if (last !== undefined) this.see(last, now);
    if (from > 0) return;
    this.sweptAt = now;
    if (first !== undefined && first <= this.floor) {
      this.reset();
      return;
    }
    const settled = this.seen.findLastIndex(({ seq, at }) => at <= now - SETTLED_MS && seq < (first ?? Infinity));
    if (settled < 0) return;
    this.floor = this.seen[settled]?.seq ?? this.floor;
    this.seen.splice(0, settled + 1);
  }

  /** Forgets all it knew: rows were put back into the queue. */
  reset(): void {
    this.floor = 0;
    this.seen.length = 0;
  }

  /** One row a second is enough to know. */
  private see(seq: number, now: number): void {
    const before = this.seen.at(-1);
    if (!before || (seq > before.seq && now - before.at >= SWEEP_MS)) this.seen.push({ seq, at: now });
  }
}
