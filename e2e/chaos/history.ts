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

  /** A command about to be sent; until its caller knows better, nobody knows. */
  invoke(command: Omit<Entry, 'outcome'>): Entry {
    const entry: Entry = { ...command, outcome: 'info' };
    this.entries.push(entry);
    return entry;
  }

  count(outcome: Outcome): number {
    return this.entries.filter((entry) => entry.outcome === outcome).length;
  }
}
