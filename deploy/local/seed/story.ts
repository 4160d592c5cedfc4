import { AsyncLocalStorage } from 'node:async_hooks';
import { type Actor } from '#access';
import type { Fact } from '#events';
import { type Announcement, Outbox } from '#messaging';
import { Clock, Ids, type Tx } from '#persistence';
import { type Dice } from './random.js';

/** A month's transaction, and what is to be announced when it ends. */
export interface Chapter {
  readonly tx: Tx;
  readonly announcements: Announcement[];
}

/** Where one strand of the demo year stands: what time it is there, whose dice fall, and the chapter under way. */
interface Strand {
  readonly dice: Dice;
  now: Date;
  chapter?: Chapter | undefined;
}

/** What runs side by side lives at its own pace; whoever asks for the time gets that of its own strand. */
const strands = new AsyncLocalStorage<Strand>();

function strand(): Strand {
  const own = strands.getStore();
  if (!own) throw new Error('Outside of the demo year there is neither time nor dice');
  return own;
}

/** Lives part of the year with these dice: what is called inside reads its clock and ids from here. */
export function live<R>(dice: Dice, part: () => Promise<R>): Promise<R> {
  return strands.run({ dice, now: new Date(0) }, part);
}

/** Moves the clock of this strand. */
export function itIsNow(instant: string): void {
  strand().now = new Date(instant);
}

/** The chapter this strand is in, if any. */
export function chapterNow(): Chapter | undefined {
  return strands.getStore()?.chapter;
}

/** Opens a chapter for the part: whatever it does, it does there. */
export async function within<R>(chapter: Chapter, part: () => Promise<R>): Promise<R> {
  const own = strand();
  own.chapter = chapter;
  try {
    return await part();
  } finally {
    own.chapter = undefined;
  }
}

/** Sentences of one connection under way at a time: enough to keep the server busy, few enough to keep in mind. */
const SIDE_BY_SIDE = 16;

/**
 * Lives parts that do not depend on each other side by side, in the chapter under way. Each has dice of its own, so that
 * it comes out the same whichever is quicker.
 */
export async function sideBySide(parts: readonly ((dice: Dice) => Promise<void>)[]): Promise<void> {
  const own = strand();
  const left = parts.map((part) => ({ part, dice: own.dice.fork() }));
  let broken: { error: unknown } | undefined;
  const lane = async () => {
    for (let next = left.shift(); next && !broken; next = left.shift()) {
      const { part, dice } = next;
      await strands
        .run({ ...own, dice }, () => part(dice))
        .catch((error: unknown) => {
          // The others only hear that the transaction is lost: the first to fail knows why.
          broken ??= { error };
        });
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
  if (broken) throw broken.error;
}

/** What follows from a part that was lived side by side with others, and needs them all to have been. */
export interface Sequel {
  /** By this they are put in order. */
  readonly at: string;
  readonly dice: Dice;
  readonly part: () => Promise<void>;
}

/** Lives what depends on each other one after another, each with the dice of the part it follows from. */
export async function inTurn(sequels: readonly Sequel[]): Promise<void> {
  const own = strand();
  const inOrder = sequels.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  for (const { dice, part } of inOrder) await strands.run({ ...own, dice }, part);
}

/** The clock of the strand that asks. */
export class StrandClock extends Clock {
  now(): Date {
    return new Date(strand().now);
  }
}

/** Identifiers as UUIDv7 makes them, of the strand's time and dice: the same for the same dice. */
export class StrandIds extends Ids {
  next(): string {
    const { dice, now } = strand();
    const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0').slice(-digits);
    const time = hex(now.getTime(), 12);
    const [low, high] = [hex(dice.word(), 8), hex(dice.word(), 8)];
    const variant = '89ab'[dice.word() % 4];
    return `${time.slice(0, 8)}-${time.slice(8)}-7${low.slice(0, 3)}-${variant}${low.slice(3, 6)}-${hex(dice.word(), 4)}${high}`;
  }
}

/** Announces a chapter's facts together when it ends, in the order in which they were written down. */
export class ChapterOutbox extends Outbox {
  override async add(tx: Tx, facts: readonly Fact[], actor?: Actor): Promise<void> {
    const chapter = chapterNow();
    if (!chapter) return super.add(tx, facts, actor);
    chapter.announcements.push(...this.announce(facts, actor));
  }

  async close({ tx, announcements }: Chapter): Promise<void> {
    await this.write(
      tx,
      announcements.toSorted((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime()),
    );
  }
}
