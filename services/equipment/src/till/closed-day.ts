import type { Actor } from '#access';
import type { Ids, Tx } from '#persistence';
import type { Moment } from '../known/known.js';
import type { Sale } from '../sales/sale.entity.js';
import type { SaleException } from '../sales/sale-exception.entity.js';
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
  const day = await firstOpen(tx, branch, by.moment.day);
  await enter(tx, { branch, saleId: sale.id }, day, signed(before, after), 'CORRECTION', by);
}

/**
 * What was taken for a sale that is still an exception is in the till of the first of these days that is not closed, else of the
 * first one after them; with `-1` it is taken out again.
 */
export async function enterException(
  tx: Tx,
  { id, branch, payments }: SaleException,
  days: readonly [string, ...string[]],
  sign: 1 | -1,
  by: { readonly actor: Actor; readonly moment: Moment; readonly ids: Ids },
): Promise<void> {
  let day = days[0];
  for (const next of days) {
    day = next;
    if (!(await isClosed(tx, branch, day))) break;
  }
  const open = await firstOpen(tx, branch, day);
  const changes = sign === 1 ? signed([], payments) : signed(payments, []);
  await enter(tx, { branch, exceptionId: id }, open, changes, 'EXCEPTION', by);
}

/** What a branch pays back leaves the till of that day, which is not closed. */
export async function enterRefund(
  tx: Tx,
  sale: Sale,
  refunds: readonly Payment[],
  by: { readonly actor: Actor; readonly moment: Moment; readonly ids: Ids },
): Promise<void> {
  const { id: saleId, branch } = sale;
  await enter(tx, { branch, saleId }, by.moment.day, signed(refunds, []), 'REFUND', by);
}

function signed(before: readonly Payment[], after: readonly Payment[]): ReadonlyMap<string, number> {
  const changes = new Map<string, number>();
  for (const { kind, cents } of before) changes.set(kind, (changes.get(kind) ?? 0) - cents);
  for (const { kind, cents } of after) changes.set(kind, (changes.get(kind) ?? 0) + cents);
  return changes;
}

async function enter(
  tx: Tx,
  { branch, saleId, exceptionId }: { branch: string; saleId?: string; exceptionId?: string },
  day: string,
  changes: ReadonlyMap<string, number>,
  what: 'CORRECTION' | 'REFUND' | 'EXCEPTION',
  { actor, moment, ids }: { readonly actor: Actor; readonly moment: Moment; readonly ids: Ids },
): Promise<void> {
  for (const [kind, cents] of changes)
    if (cents !== 0)
      await tx.query(
        `INSERT INTO till_entry (id, branch, day, sale_id, exception_id, kind, cents, at, author, what)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [ids.next(), branch, day, saleId ?? null, exceptionId ?? null, kind, cents, moment.now, actor.subject, what],
      );
}

async function firstOpen(tx: Tx, branch: string, from: string): Promise<string> {
  let day = from;
  while (await isClosed(tx, branch, day)) day = dayAfter(day);
  return day;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
