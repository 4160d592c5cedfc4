import type { NoticeChannel } from '../notice.entity.js';
import type { Carriers, Message } from './carriers.js';
import { NotTaken } from './sms.js';

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

/** When to try again what was tried so often before: later each time. */
export function againAt(now: Date, tries: number): Date {
  return new Date(now.getTime() + FIRST_WAIT_MS * 2 ** tries);
}
