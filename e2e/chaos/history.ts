/** How a command ended, as its caller saw it: `info` = nobody knows, the line was cut and it was not asked again. */
export type Outcome = 'ok' | 'fail' | 'info';

/** One command of the workload. */
export interface Entry {
  readonly key: string;
  readonly persona: string;
  readonly mutation: string;
  readonly input: Readonly<Record<string, unknown>>;
  outcome: Outcome;
  /** What was acknowledged: the id of what was made or changed. */
  id?: string;
  /** Why it was refused. */
  code?: string;
}

/** Everything that was asked for, in the order of asking, in the manner of Jepsen: nothing is left out. */
export class History {
  readonly entries: Entry[] = [];
  private readonly again = new Map<string, number>();

  /** A command about to be sent; until its caller knows better, nobody knows. */
  invoke(command: Omit<Entry, 'outcome'>): Entry {
    const entry: Entry = { ...command, outcome: 'info' };
    this.entries.push(entry);
    return entry;
  }

  /** A command was not answered for good, and is sent once more; the code is of what it was told instead. */
  sentAgain(code: string): void {
    this.again.set(code, (this.again.get(code) ?? 0) + 1);
  }

  count(outcome: Outcome): number {
    return this.entries.filter((entry) => entry.outcome === outcome).length;
  }

  /** What made commands be sent more than once since this was last asked. */
  takeAgain(): ReadonlyMap<string, number> {
    const taken = new Map(this.again);
    this.again.clear();
    return taken;
  }
}
