import type { Pending } from '../../app/pending/pending-queue.js';
import { pendingStore } from '../../app/pending/pending-store.js';
import type { PendingKind } from '../../app/pending/use-pending.js';
import { keyOf } from '../../app/use-read.js';
import { MY_DROP_INS, REFUSED } from './drop-ins-query.js';
import { sendDropInOf } from './send-drop-in.js';

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

/** A drop-in kept on this device. */
export interface PendingDropIn extends Pending {
  readonly input: EnteredDropIn;
  /** Somebody who could not be received: of what was entered only where and when is meant. */
  readonly turnedAway?: true;
}

/** What the service says of one that it saved. */
export interface SavedDropIn {
  readonly id: string;
  readonly at: string;
}

/** Drop-ins wait on this device; a refused one waits for whoever entered it. */
export const DROP_INS: PendingKind<PendingDropIn, SavedDropIn> = {
  name: 'drop-ins',
  store: pendingStore('drop-ins'),
  sendOf: sendDropInOf,
  touches: [keyOf(MY_DROP_INS), keyOf(REFUSED)],
  forgets: true,
};
