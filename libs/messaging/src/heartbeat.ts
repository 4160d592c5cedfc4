import { z } from 'zod';

/** `topic/partition` → the last offset a relay produced there. */
export type Positions = Map<string, number>;

/** A relay's word on how far it is: what proves freshness, rather than guesses it. */
export const Heartbeat = z.object({
  source: z.string(),
  /** Everything written before this instant had been sent. */
  drainedUpTo: z.iso.datetime(),
  /** No event recorded before this instant can still appear. */
  finalUpTo: z.iso.datetime(),
  positions: z.record(z.string(), z.int().nonnegative()),
});
export type Heartbeat = z.output<typeof Heartbeat>;

/** A transaction may be open this long, so an event may be recorded that much before it shows. */
const TRANSACTION_TIMEOUT_MS = 30_000;

/** No event recorded before this can still appear: the older of the oldest one to be sent, and any transaction still open. */
export function finalMark(now: Date, oldestPending: Date | null): Date {
  return new Date(
    Math.min(now.getTime() - TRANSACTION_TIMEOUT_MS, oldestPending?.getTime() ?? Number.POSITIVE_INFINITY),
  );
}

/** What a relay announces every two seconds. */
export function heartbeatOf(state: {
  source: string;
  drainedUpTo: Date;
  oldestPending: Date | null;
  now: Date;
  positions: Positions;
}): Heartbeat {
  return {
    source: state.source,
    drainedUpTo: state.drainedUpTo.toISOString(),
    finalUpTo: finalMark(state.now, state.oldestPending).toISOString(),
    positions: Object.fromEntries(state.positions),
  };
}
