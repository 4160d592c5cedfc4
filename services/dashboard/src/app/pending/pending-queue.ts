import type { RefusalShown } from '../../ui/refusal.js';

/** Something entered that is kept on this device, with the key that makes sending it twice harmless. */
export interface Pending {
  /** Given by the store, in the order in which they were entered. */
  readonly seq?: number;
  readonly key: string;
  /** Whose sign-in entered it: nobody else sends or sees it. */
  readonly subject: string;
  /** When it happened, however much later it is sent. */
  readonly input: { readonly occurredAt: string };
  /** Whoever entered it still has its form before them: what is refused of it is mended there. */
  readonly inHand?: true;
  /** Why it was not saved: it is not sent again until somebody has looked at it, or as what happened all the same. */
  readonly refusals?: readonly RefusalShown[];
  /** Refused as what happened all the same too. */
  readonly stuck?: true;
}

/** Where they are kept between visits. */
export interface PendingStore<R extends Pending> {
  /** All of them, oldest first. */
  all(): Promise<R[]>;
  add(row: R): Promise<void>;
  /** In place of the one with this key. */
  put(row: R): Promise<void>;
  remove(key: string): Promise<void>;
}

/** What became of one that was sent. */
export type Outcome<S> = { readonly saved: S } | { readonly refusals: readonly RefusalShown[] };

/** Sends one. Throws when nothing came back, or nothing that says what became of it. */
export type SendPending<R extends Pending, S> = (row: R) => Promise<Outcome<S>>;

/** Runs one thing at a time among all tabs of this person on this device. */
export type Alone = <T>(work: () => Promise<T>) => Promise<T>;

/** How long one stays on a device to which whoever entered it does not come back. */
const FORGOTTEN_AFTER_MS = 30 * 86_400_000;

/**
 * What is entered goes to this device first and from there to the network, one after the other in the order it was entered. What
 * was saved is forgotten; what may or may not have arrived is sent again under the same key, and counted once. A refused one holds
 * back none of the others: it stays, with its reason; or, where `insists`, it is sent once more with the refusal in it, as
 * something that happened whatever the rules say of it.
 */
export class PendingQueue<R extends Pending, S> {
  constructor(
    private readonly store: PendingStore<R>,
    private readonly subject: string,
    private readonly send: SendPending<R, S>,
    private readonly alone: Alone,
    private readonly insists = false,
  ) {}

  /** Those of this person, oldest first. */
  async mine(): Promise<R[]> {
    return (await this.store.all()).filter(({ subject }) => subject === this.subject);
  }

  /** How many others left here. */
  async others(): Promise<number> {
    return (await this.store.all()).filter(({ subject }) => subject !== this.subject).length;
  }

  /** Keeps one; it is safe once this is done. */
  async keep(row: Omit<R, 'subject'>): Promise<void> {
    await this.store.add({ ...row, subject: this.subject } as unknown as R);
  }

  /** Whoever entered these has turned to somebody else. */
  async letGoOfForm(key?: string): Promise<void> {
    for (const row of await this.mine())
      if (row.inHand && (key === undefined || row.key === key)) await this.store.put(without(row, 'inHand'));
  }

  /** Sends what waits until the network fails; gives what became of each, by key. */
  flush(): Promise<Map<string, Outcome<S>>> {
    return this.alone(async () => {
      const outcomes = new Map<string, Outcome<S>>();
      for (const { key } of await this.mine()) {
        const outcome = await this.sendOne(key).catch(() => undefined);
        if (outcome === undefined) break;
        if (outcome !== 'left') outcomes.set(key, outcome);
      }
      return outcomes;
    });
  }

  private async sendOne(key: string): Promise<Outcome<S> | 'left'> {
    // As it stands now: while others were sent its form may have been left, or it may have been dropped.
    const row = (await this.mine()).find((other) => other.key === key);
    if (!row || (row.refusals && !this.goesOn(row))) return 'left';
    const outcome = await this.send(row);
    if ('saved' in outcome) await this.store.remove(key);
    else {
      const now = (await this.mine()).find((other) => other.key === key);
      if (!now) return outcome;
      const refused = { ...now, refusals: outcome.refusals, ...(row.refusals ? { stuck: true as const } : {}) };
      // Kept before it is sent in its other form: were this the last thing this device does, it goes on from here.
      await this.store.put(refused);
      if (!row.refusals && this.goesOn(refused)) return this.sendOne(key);
    }
    return outcome;
  }

  /** What failed without a reason may have been saved: only the same, under the same key, may go again. */
  private goesOn({ inHand, stuck, refusals }: R): boolean {
    return this.insists && !inHand && !stuck && !refusals?.some(({ kind }) => kind === 'bug');
  }

  /** Lets a refused one be sent once more, as it is. */
  async tryAgain(key: string): Promise<void> {
    const row = (await this.mine()).find((other) => other.key === key);
    if (row) await this.store.put(row.stuck ? without(row, 'stuck') : without(row, 'refusals'));
  }

  /** Lets go of one. */
  async drop(key: string): Promise<void> {
    await this.store.remove(key);
  }

  /** Forgets what others left here a month ago and did not come back for. */
  async forgetOthers(now: Date): Promise<void> {
    for (const { key, subject, input } of await this.store.all()) {
      const age = now.getTime() - Date.parse(input.occurredAt);
      if (subject !== this.subject && age > FORGOTTEN_AFTER_MS) await this.store.remove(key);
    }
  }
}

function without<R extends Pending>(row: R, name: 'inHand' | 'refusals' | 'stuck'): R {
  const { [name]: _gone, ...rest } = row;
  return rest as R;
}
