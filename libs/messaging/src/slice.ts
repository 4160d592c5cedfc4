import type { DomainEvent } from '#events';
import type { Tx } from '#persistence';
import type { RawRecord } from './wire.js';

/** A record that could be read, with where it lay. */
export interface Received {
  readonly record: RawRecord;
  readonly event: DomainEvent<Record<string, unknown>>;
}

/** Why something was set aside instead of applied. */
export type SetAsideReason = 'INVALID' | 'UNKNOWN_VERSION' | 'GAP' | 'FORK' | 'HANDLER_FAILED' | 'BEHIND_PARKED';

/** What a service does with slices of events, of one or several partitions, inside the consumer's transaction. */
export interface Applier {
  /** Event names it handles; others of the same topics are skipped. */
  readonly handles: ReadonlySet<string>;
  /** True: once an event of a key is set aside, later ones of that key wait behind it. Figures need no order, so they do not. */
  readonly parksKeys: boolean;
  /**
   * Applies them, in order within each key, or throws: a passing fault is retried for ever, a `PoisonError` sets one event aside, any other
   * error makes the consumer look for the event at fault.
   */
  apply(tx: Tx, slice: readonly Received[]): Promise<void>;
  /** An event is let go of without effect: what comes after it in its aggregate no longer waits for it. */
  passOver?(tx: Tx, event: DomainEvent): Promise<void>;
}

/** One event cannot be applied, and never will. */
export class PoisonError extends Error {
  constructor(
    readonly eventId: string,
    readonly reason: SetAsideReason,
    override readonly cause: unknown,
  ) {
    super(`${reason} ${eventId}`);
  }
}

/** Another consumer moved this partition's offset: our generation is over. */
export class FencedError extends Error {}

const PASSING_SQLSTATES = ['08', '40001', '40P01', '53', '55P03', '57', '25P03', '25P04'];

/** True for what heals by itself: the database away, a deadlock, a timeout, the network. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (code !== undefined) {
    if (PASSING_SQLSTATES.some((state) => code.startsWith(state))) return true;
    if (/^E(CONN|PIPE|HOST|NET|TIMEDOUT|AI_AGAIN)/.test(code)) return true;
  }
  return /Connection terminated|timeout exceeded when trying to connect|Driver not Connected|Client has encountered/.test(
    error.message,
  );
}

/** SQLSTATE 42: this release and its tables do not fit; the fault is ours, not the event's, so nothing is set aside. */
export function isSchemaMismatch(error: unknown): boolean {
  return error instanceof Error && (codeOf(error)?.startsWith('42') ?? false);
}

function codeOf(error: Error): string | undefined {
  const carrier: unknown = 'driverError' in error ? error.driverError : error;
  return typeof carrier === 'object' && carrier !== null && 'code' in carrier && typeof carrier.code === 'string'
    ? carrier.code
    : undefined;
}
