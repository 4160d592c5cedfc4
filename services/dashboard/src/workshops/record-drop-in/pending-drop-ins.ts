import type { RefusalShown } from '../../ui/refusal.js';

/** What was entered of a drop-in: nothing that names a person. */
export interface EnteredDropIn {
  readonly branch: string | null;
  readonly themes: readonly string[];
  readonly minutes: number;
  readonly autonomy: string | null;
  readonly gender: string | null;
  readonly ageBand: string | null;
  readonly devicesUsed: readonly string[];
  /** When it happened, however much later it is sent. */
  readonly occurredAt: string;
}

/** A drop-in kept on this device, with the key that makes sending it twice harmless. */
export interface PendingDropIn {
  /** Given by the store, in the order in which they were entered. */
  readonly seq?: number;
  readonly key: string;
  /** Whose sign-in entered it: nobody else sends or sees it. */
  readonly subject: string;
  readonly input: EnteredDropIn;
  /** Somebody who could not be received: of what was entered only where and when is meant. */
  readonly turnedAway?: true;
  /** Why it was not saved: it is not sent again until somebody has looked at it. */
  readonly refusals?: readonly RefusalShown[];
}

/** Where they are kept between visits. */
export interface PendingStore {
  /** All of them, oldest first. */
  all(): Promise<PendingDropIn[]>;
  add(dropIn: PendingDropIn): Promise<void>;
  /** In place of the one with this key. */
  put(dropIn: PendingDropIn): Promise<void>;
  remove(key: string): Promise<void>;
}

/** What became of one that was sent. */
export type Outcome =
  | { readonly saved: { readonly id: string; readonly at: string } }
  | { readonly refusals: readonly RefusalShown[] };

/** Sends one. Throws when nothing came back, or nothing that says what became of it. */
export type SendDropIn = (dropIn: PendingDropIn) => Promise<Outcome>;

/** Runs one thing at a time among all tabs of this person on this device. */
export type Alone = <R>(work: () => Promise<R>) => Promise<R>;

/** How long one stays on a device to which whoever entered it does not come back. */
const FORGOTTEN_AFTER_MS = 30 * 86_400_000;

/**
 * Drop-ins go to this device first and from there to the network, one after the other in the order they were entered. One
 * that was saved is forgotten; one that may or may not have arrived is sent again under the same key, and counted once. A
 * refused one stays, with its reason, and holds back none of the others.
 */
export class PendingDropIns {
  constructor(
    private readonly store: PendingStore,
    private readonly subject: string,
    private readonly send: SendDropIn,
    private readonly alone: Alone,
  ) {}

  /** Those of this person, oldest first. */
  async mine(): Promise<PendingDropIn[]> {
    return (await this.store.all()).filter(({ subject }) => subject === this.subject);
  }

  /** Keeps one; it is safe once this is done. */
  async keep(key: string, input: EnteredDropIn, turnedAway = false): Promise<void> {
    await this.store.add({ key, subject: this.subject, input, ...(turnedAway ? { turnedAway } : {}) });
  }

  /** Sends what waits until the network fails; gives what became of each, by key. */
  flush(): Promise<Map<string, Outcome>> {
    return this.alone(async () => {
      const outcomes = new Map<string, Outcome>();
      for (const dropIn of await this.mine()) {
        if (dropIn.refusals) continue;
        const outcome = await this.send(dropIn).catch(() => undefined);
        if (outcome === undefined) break;
        if ('saved' in outcome) await this.store.remove(dropIn.key);
        else await this.store.put({ ...dropIn, refusals: outcome.refusals });
        outcomes.set(dropIn.key, outcome);
      }
      return outcomes;
    });
  }

  /** Lets a refused one be sent once more, as it is. */
  async tryAgain(key: string): Promise<void> {
    const { refusals: _over, ...dropIn } = (await this.mine()).find((other) => other.key === key) ?? {};
    if ('key' in dropIn) await this.store.put(dropIn as PendingDropIn);
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
