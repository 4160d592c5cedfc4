import { type Clock, type Database } from '#persistence';
import { DeadLetters } from './dead-letters.js';
import { type Log } from './kafka.js';
import { type Applier, FencedError, isPassing, isSchemaMismatch, type SetAsideReason } from './slice.js';
import { applySlices, culprit, type TopicKey } from './slice-transaction.js';
import { Turns } from './turns.js';
import { type RawRecord } from './wire.js';

/** Records read at once, and applied in one transaction at most. */
export const SLICE = 500;
const TRIES = 3;
/** So many different events failing within a minute are no broken events: the release is. */
const BURST = 20;
const BURST_WITHIN_MS = 60_000;

/** How a slice ended: applied, to be tried later, or no longer ours because the place of record has moved. */
export type SliceOutcome = 'applied' | 'moved' | 'later';

/**
 * Applies slices whatever happens: waits out passing faults, finds the event at fault by halving, sets it aside after three
 * tries. A burst of failures stops instead of emptying a topic into the dead letters.
 */
export class PatientSlices {
  lastError: string | null = null;
  private readonly poison = new Map<string, { reason: SetAsideReason; detail: string }>();
  private readonly tries = new Map<string, number>();
  private failures: number[] = [];
  private readonly letters: DeadLetters;
  private readonly turns = new Turns<RawRecord, SliceOutcome>((slices) => this.applyTogether(slices), SLICE);

  constructor(
    private readonly options: { reader: string; database: Database; applier: Applier; clock: Clock; log: Log },
  ) {
    this.letters = new DeadLetters({ ...options, applier: () => options.applier });
  }

  /** Applies the slice when its turn comes, with those of other partitions that wait at the same time. */
  apply(slice: readonly RawRecord[], heartbeat: () => Promise<void>, ours: () => boolean): Promise<SliceOutcome> {
    return this.turns.take({ work: slice, ours, alone: () => this.applyAlone(slice, heartbeat, ours) });
  }

  /** Ends when no slice is under way any more. */
  async idle(): Promise<void> {
    await this.turns.idle();
  }

  private async applyAlone(
    slice: readonly RawRecord[],
    heartbeat: () => Promise<void>,
    ours: () => boolean,
  ): Promise<SliceOutcome> {
    let part = slice;
    let rest: readonly RawRecord[] = [];
    while (part.length > 0) {
      if (!ours()) return 'moved';
      try {
        await this.applyTogether([part]);
        part = rest;
        rest = [];
        await heartbeat();
      } catch (error) {
        if (error instanceof FencedError) return 'moved';
        this.lastError = messageOf(error);
        if (isPassing(error) || isSchemaMismatch(error)) {
          this.options.log.warn({ error: messageOf(error) }, 'events wait for a passing fault');
          return 'later';
        }
        const blamed = culprit(error, part);
        if (blamed) {
          if (!this.blame(blamed, error)) return 'later';
        } else {
          // Some event of the slice is at fault and does not say which: halve until it stands alone.
          const half = Math.ceil(part.length / 2);
          rest = [...part.slice(half), ...rest];
          part = part.slice(0, half);
        }
      }
    }
    return 'applied';
  }

  private async applyTogether(slices: readonly (readonly RawRecord[])[]): Promise<SliceOutcome> {
    const behind = await applySlices(this.options, slices, this.poison);
    this.lastError = null;
    await this.fillGaps(behind);
    return 'applied';
  }

  /** What was missing may have come: keys that waited for it go on by themselves. */
  private async fillGaps(keys: readonly TopicKey[]): Promise<void> {
    try {
      for (const { topic, key } of keys)
        if (await this.letters.waitsForMissing(topic, key)) await this.letters.replay(topic, key, this.options.reader);
    } catch (error) {
      // They stay set aside, and can be replayed by hand.
      this.options.log.warn({ error: messageOf(error) }, 'events set aside could not be tried again');
    }
  }

  /** False when too many events fail for it to be their own fault. */
  private blame(blamed: { id: string; reason: SetAsideReason }, error: unknown): boolean {
    const tries = (this.tries.get(blamed.id) ?? 0) + 1;
    this.tries.set(blamed.id, tries);
    if (blamed.reason === 'HANDLER_FAILED') {
      if (tries < TRIES) return true;
      const now = this.options.clock.now().getTime();
      this.failures = this.failures.filter((at) => now - at < BURST_WITHIN_MS);
      if (this.failures.length >= BURST) {
        this.lastError = `${BURST} events failed within a minute: ${messageOf(error)}`;
        this.options.log.error({ error: messageOf(error) }, 'reading has stopped: too many events fail');
        return false;
      }
      this.failures.push(now);
    }
    this.tries.delete(blamed.id);
    this.poison.set(blamed.id, { reason: blamed.reason, detail: messageOf(error) });
    this.options.log.error({ event: blamed.id, reason: blamed.reason, error: messageOf(error) }, 'event set aside');
    return true;
  }
}

/** What an error says, with its cause: without any value of a person, since events hold none. */
export function messageOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return error instanceof Error ? `${error.message}${cause}` : String(error);
}
