import type { NoticeChannel } from '../notice.entity.js';
import type { Carriers, Message } from './carriers.js';
import { NotTaken } from './sms.js';

/** Longer than any carrier is waited for: whoever held a message is no more. */
export const LOST_AFTER_MS = 5 * 60_000;
const MOST_TRIES = 6;
const FIRST_WAIT_MS = 60_000;

/** What became of handing a message to a carrier. */
export type Outcome =
  | { state: 'SENT' | 'DELIVERED' }
  | { state: 'FAILED'; why: 'NO_CARRIER' | 'TURNED_DOWN' | 'UNCERTAIN' | 'TRIED_ENOUGH' }
  | { state: 'WAITING' };

/** Hands a message to the carrier of its channel, who was tried so often before. Never throws; WAITING: it certainly did not go, and may again. */
export async function outcomeOf(
  carriers: Carriers,
  channel: NoticeChannel,
  message: () => Message,
  tries: number,
): Promise<Outcome> {
  const carry = carriers.for(channel);
  if (!carry) return { state: 'FAILED', why: 'NO_CARRIER' };
  try {
    return { state: await carry(message()) };
  } catch (error) {
    if (!(error instanceof NotTaken)) return { state: 'FAILED', why: 'UNCERTAIN' };
    if (!error.again) return { state: 'FAILED', why: 'TURNED_DOWN' };
    return tries + 1 >= MOST_TRIES ? { state: 'FAILED', why: 'TRIED_ENOUGH' } : { state: 'WAITING' };
  }
}

/** What is written down of a message that was handed over. */
export interface Attempt {
  readonly state: Outcome['state'];
  readonly why: string | null;
  /** When it is tried again, later each time; null when it is not. */
  readonly againAt: Date | null;
  readonly sentAt: Date | null;
  readonly deliveredAt: Date | null;
}

/** What became of a message that had been tried so often before. */
export function attemptOf(outcome: Outcome, tries: number, now: Date): Attempt {
  const { state } = outcome;
  return {
    state,
    why: 'why' in outcome ? outcome.why : null,
    againAt: state === 'WAITING' ? new Date(now.getTime() + FIRST_WAIT_MS * 2 ** tries) : null,
    sentAt: state === 'SENT' || state === 'DELIVERED' ? now : null,
    deliveredAt: state === 'DELIVERED' ? now : null,
  };
}
