import { Field, ObjectType } from '@nestjs/graphql';
import type { SaleFacts } from '#events';
import { DateTime, LocalDateScalar, Uuid } from '#runtime';
import type { Moment } from '../known/known.js';
import type { Sale } from './sale.entity.js';
import { PAYMENT_MISMATCH, REFUND_BEYOND_PAID } from './sale.refusals.js';
import { Payment, SaleLine } from './sale-line.js';

@ObjectType({ description: 'Goods of a sale that came back later: paid back, or exchanged for others.' })
export class SaleReturn {
  @Field(() => Uuid, { description: 'Identifier of the return.' })
  id: string;

  @Field(() => DateTime, { description: 'When they came back.' })
  at: Date;

  @Field(() => LocalDateScalar, { description: 'Day it counts on: that of the return where the branch is.' })
  occurredOn: string;

  @Field(() => [SaleLine], { description: 'What came back, at the price it was sold for.' })
  back: SaleLine[];

  @Field(() => [SaleLine], { description: 'What was given in exchange.' })
  given: SaleLine[];

  @Field(() => [Payment], { description: 'What was paid back, in cents; nothing for an exchange.' })
  refunds: Payment[];

  /** Articles of it that went back on the shelf; of returns before this was noted, all of them did. */
  restocked?: string[];
}

/** A line as figures may know it: without its label. */
export function factsOf(line: SaleLine): SaleFacts['lines'][number] {
  const { kind, deviceId, type, grade, articleId, articleKind, quantity, cents, marketCents } = line;
  return { kind, deviceId, type, grade, articleId, articleKind, quantity, cents, marketCents };
}

/** So many of a line: a line’s cents are those of one, times how many. */
export function partOf(line: SaleLine, quantity: number): SaleLine {
  const share = (cents: number) => (cents / line.quantity) * quantity;
  const marketCents = line.marketCents === null ? null : share(line.marketCents);
  return { ...line, quantity, cents: share(line.cents), marketCents };
}

/** What the buyer still has of a sale: its lines, with what was given for what came back. */
export function remainingOf({ lines, returns }: Pick<Sale, 'lines' | 'returns'>): SaleLine[] {
  // One return after the other: a device may come back, be mended, and be given again.
  return returns.reduce<SaleLine[]>(
    (there, { back, given }) => [...there.flatMap((line) => without(line, back)), ...given],
    lines,
  );
}

/** Of one article, how many went back on the shelf. */
export function restockedOf({ returns }: Pick<Sale, 'returns'>, articleId: string): number {
  return returns
    .filter(({ restocked }) => restocked === undefined || restocked.includes(articleId))
    .flatMap(({ back }) => back.filter((line) => line.articleId === articleId))
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

function without(line: SaleLine, back: readonly SaleLine[]): SaleLine[] {
  const gone = back.filter((one) => sameGoods(one, line)).reduce((sum, { quantity }) => sum + quantity, 0);
  return gone < line.quantity ? [gone === 0 ? line : partOf(line, line.quantity - gone)] : [];
}

function sameGoods(one: SaleLine, other: SaleLine): boolean {
  return one.deviceId === other.deviceId && one.articleId === other.articleId;
}

/** A refund of these goods. Refuses `PAYMENT_MISMATCH`, and `REFUND_BEYOND_PAID`: money goes back the way it came. */
export function refundOf(
  sale: Sale,
  id: string,
  came: readonly { readonly line: SaleLine; readonly restock: boolean }[],
  refunds: readonly Payment[],
  moment: Moment,
): SaleReturn {
  const back = came.map(({ line }) => line);
  const total = back.reduce((sum, { cents }) => sum + cents, 0);
  const paid = refunds.reduce((sum, { cents }) => sum + cents, 0);
  if (paid !== total || refunds.length > 10 || refunds.some(({ cents }) => cents < 0))
    throw PAYMENT_MISMATCH({ total, paid }, 'input.payments');
  const before = sale.returns.flatMap((one) => one.refunds);
  for (const [index, { kind }] of refunds.entries()) {
    const of = (payments: readonly Payment[]) =>
      payments.filter((one) => one.kind === kind).reduce((sum, { cents }) => sum + cents, 0);
    const left = of(sale.payments) - of(before);
    if (of(refunds) > left) throw REFUND_BEYOND_PAID({ left }, `input.payments[${index}].cents`);
  }
  return {
    id,
    at: moment.now,
    occurredOn: moment.day,
    back,
    given: [],
    refunds: refunds.map(({ kind, cents }) => ({ kind, cents })),
    restocked: came.flatMap(({ line, restock }) => (restock && line.articleId !== null ? [line.articleId] : [])),
  };
}
