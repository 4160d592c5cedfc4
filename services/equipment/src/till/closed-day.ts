import type { Actor } from '#access';
import type { Ids, Tx } from '#persistence';
import type { Moment } from '../known/known.js';
import type { Sale } from '../sales/sale.entity.js';
import type { Payment } from '../sales/sale-line.js';
import { TILL_CLOSED } from './till.refusals.js';
import { TillDay } from './till-day.entity.js';

/** Whether the till of that day is closed; until the transaction ends nobody closes it. */
export async function isClosed(tx: Tx, branch: string, day: string): Promise<boolean> {
  const till = await tx
    .createQueryBuilder(TillDay, 't')
    .where('t.branch = :branch AND t.day = :day', { branch, day })
    .setLock('pessimistic_read')
    .getOne();
  return till?.closedAt != null;
}

/** Nothing is sold once the day is counted. Refuses `TILL_CLOSED`. */
export async function requireNotClosed(tx: Tx, branch: string, day: string): Promise<void> {
  if (await isClosed(tx, branch, day)) throw TILL_CLOSED({ day });
}

/** A closed day never changes: what a sale of it now says differently is entered on the first day that is not closed. */
export async function enterLater(
  tx: Tx,
  sale: Sale,
  before: readonly Payment[],
  after: readonly Payment[],
  by: { readonly actor: Actor; readonly moment: Moment; readonly ids: Ids },
): Promise<void> {
  const { branch } = sale;
  if (!(await isClosed(tx, branch, sale.occurredOn))) return;
  let { day } = by.moment;
  while (await isClosed(tx, branch, day)) day = dayAfter(day);
  await enter(tx, sale, day, signed(before, after), 'CORRECTION', by);
}

/** What a branch pays back leaves the till of that day, which is not closed. */
export async function enterRefund(
  tx: Tx,
  sale: Sale,
  refunds: readonly Payment[],
  by: { readonly actor: Actor; readonly moment: Moment; readonly ids: Ids },
): Promise<void> {
  await enter(tx, sale, by.moment.day, signed(refunds, []), 'REFUND', by);
}

function signed(before: readonly Payment[], after: readonly Payment[]): ReadonlyMap<string, number> {
  const changes = new Map<string, number>();
  for (const { kind, cents } of before) changes.set(kind, (changes.get(kind) ?? 0) - cents);
  for (const { kind, cents } of after) changes.set(kind, (changes.get(kind) ?? 0) + cents);
  return changes;
}

async function enter(
  tx: Tx,
  { id, branch }: Sale,
  day: string,
  changes: ReadonlyMap<string, number>,
  what: 'CORRECTION' | 'REFUND',
  { actor, moment, ids }: { readonly actor: Actor; readonly moment: Moment; readonly ids: Ids },
): Promise<void> {
  for (const [kind, cents] of changes)
    if (cents !== 0)
      await tx.query(
        'INSERT INTO till_entry (id, branch, day, sale_id, kind, cents, at, author, what) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
        [ids.next(), branch, day, id, kind, cents, moment.now, actor.subject, what],
      );
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
