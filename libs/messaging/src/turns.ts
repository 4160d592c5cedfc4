/** Somebody who waits for a turn: how much there is to do, whether it is still theirs, and how they do it alone. */
export interface Turn<Work, Outcome> {
  readonly work: readonly Work[];
  readonly ours: () => boolean;
  readonly alone: () => Promise<Outcome>;
}

interface Waiting<Work, Outcome> extends Turn<Work, Outcome> {
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Turns, one after the other, so that figures of the whole network meet no lock. Those who wait at the same time go
 * together, which costs about as much as one of them; if that fails, each goes alone, and finds out why.
 */
export class Turns<Work, Outcome> {
  private readonly waiting: Waiting<Work, Outcome>[] = [];
  private taking: Promise<void> = Promise.resolve();
  private busy = false;

  constructor(
    private readonly together: (works: readonly (readonly Work[])[]) => Promise<Outcome>,
    private readonly most: number,
  ) {}

  /** Waits for a turn and gives what came of it. */
  take(turn: Turn<Work, Outcome>): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ ...turn, resolve, reject });
      if (!this.busy) this.taking = this.takeAll();
    });
  }

  /** Ends when nobody waits any more. */
  async idle(): Promise<void> {
    await this.taking;
  }

  private async takeAll(): Promise<void> {
    this.busy = true;
    // Whoever comes with the same answer of the broker comes within this breath.
    await new Promise((resolve) => setImmediate(resolve));
    for (let group = this.next(); group.length > 0; group = this.next()) {
      if (group.length > 1 && group.every(({ ours }) => ours()) && (await this.goTogether(group))) continue;
      for (const { alone, resolve, reject } of group) await alone().then(resolve, reject);
    }
    this.busy = false;
  }

  private async goTogether(group: readonly Waiting<Work, Outcome>[]): Promise<boolean> {
    try {
      const outcome = await this.together(group.map(({ work }) => work));
      for (const { resolve } of group) resolve(outcome);
      return true;
    } catch {
      return false;
    }
  }

  private next(): Waiting<Work, Outcome>[] {
    const group = this.waiting.splice(0, 1);
    let size = group[0]?.work.length ?? 0;
    for (let one = this.waiting[0]; one && size + one.work.length <= this.most; one = this.waiting[0]) {
      size += one.work.length;
      group.push(one);
      this.waiting.shift();
    }
    return group;
  }
}
