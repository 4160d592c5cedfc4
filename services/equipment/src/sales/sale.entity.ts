import { Directive, Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  type AgeBand,
  type Fact,
  type Gender,
  happened,
  type PersonClasses,
  SaleCorrected,
  type SaleFacts,
  SaleMade,
  SaleVoided,
  type SocialStatus,
} from '#events';
import { DateTime, LocalDateScalar, Uuid } from '#runtime';
import { NOTHING_TO_CORRECT } from '../corrections/correction.refusals.js';
import type { Moment } from '../known/known.js';
import { PAYMENT_MISMATCH, SALE_HAS_RETURNS, SALE_IS_VOID } from './sale.refusals.js';
import { Payment, SaleLine, SaleState } from './sale-line.js';
import { factsOf, SaleReturn } from './sale-return.js';

/** Who bought, as far as figures may know. */
export interface Buyer {
  readonly beneficiaryId: string | null;
  readonly classes: PersonClasses;
}

@Entity()
@ObjectType({ description: 'Something sold at the solidarity price; also a support act.' })
@Directive('@key(fields: "id")')
export class Sale {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the sale.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('text')
  @Field(() => String, { description: 'Number of the receipt, `BX-2026-000123`.' })
  receipt: string;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'When it was sold.' })
  occurredAt: Date;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'Day of the sale where the branch is.' })
  occurredOn: string;

  @Column('uuid', { nullable: true })
  beneficiaryId: string | null;

  @Column('text')
  gender: Gender;

  @Column('text')
  ageBand: AgeBand;

  @Column('text')
  socialStatus: SocialStatus;

  @Column('text', { nullable: true })
  communeCode: string | null;

  @Column('jsonb')
  @Field(() => [SaleLine], { description: 'What was sold.' })
  lines: SaleLine[];

  @Column('jsonb')
  @Field(() => [Payment], { description: 'How it was paid; adds up to the total.' })
  payments: Payment[];

  @Column('int')
  @Field(() => Int, { description: 'What the person paid, in cents.' })
  totalCents: number;

  @Column('text')
  @Field(() => SaleState, { description: 'Whether it stands.' })
  state: SaleState;

  @Column('jsonb')
  @Field(() => [SaleReturn], {
    description: 'What came back of it later, oldest first; lines and total stay as they were sold.',
  })
  returns: SaleReturn[];

  @Column('text')
  @Field(() => String, { description: 'Random subject of who sold.' })
  soldBy: string;

  /** Refuses `PAYMENT_MISMATCH`. */
  static make(
    sale: { id: string; branch: string; receipt: string; lines: SaleLine[]; payments: Payment[]; soldBy: string },
    buyer: Buyer,
    { now, day }: Moment,
  ): { sale: Sale; events: Fact[] } {
    const totalCents = totalOf(sale.lines);
    const made = Object.assign(new Sale(), sale, buyer.classes, {
      payments: checkedPayments(sale.payments, totalCents),
      totalCents,
      beneficiaryId: buyer.beneficiaryId,
      occurredAt: now,
      occurredOn: day,
      state: 'MADE' as const,
      returns: [],
    });
    const data = { saleId: made.id, after: made.facts() };
    return { sale: made, events: [happened(SaleMade, { branch: made.branch, at: now, data })] };
  }

  /** Payment kinds or the buyer were wrong. Refuses `SALE_IS_VOID`, `SALE_HAS_RETURNS`, `PAYMENT_MISMATCH`, `NOTHING_TO_CORRECT`. */
  correct(mended: { payments?: Payment[] | undefined; buyer?: Buyer | undefined }, now: Date): Fact[] {
    if (this.state === 'VOIDED') throw SALE_IS_VOID({}, 'input.id');
    const before = this.facts();
    if (mended.payments && this.returns.length > 0) throw SALE_HAS_RETURNS({}, 'input.payments');
    if (mended.payments) this.payments = checkedPayments(mended.payments, this.totalCents);
    if (mended.buyer) Object.assign(this, mended.buyer.classes, { beneficiaryId: mended.buyer.beneficiaryId });
    if (JSON.stringify(this.facts()) === JSON.stringify(before)) throw NOTHING_TO_CORRECT({});
    return [this.corrected(before, now)];
  }

  /** What was known of the buyer on that day turned out different; nothing when it makes no difference. */
  restamp(classes: PersonClasses, now: Date): Fact[] {
    const before = this.facts();
    if (this.state === 'VOIDED') return [];
    Object.assign(this, classes);
    return JSON.stringify(this.facts()) === JSON.stringify(before) ? [] : [this.corrected(before, now)];
  }

  /** Goods of it came back, and were paid back or exchanged. */
  addReturn(one: SaleReturn): Fact[] {
    const before = this.facts();
    this.returns = [...this.returns, one];
    return [this.corrected(before, one.at)];
  }

  /** Taken back. Refuses `SALE_IS_VOID`, and `SALE_HAS_RETURNS`: what came back happened. */
  takeBack(now: Date): Fact[] {
    if (this.state === 'VOIDED') throw SALE_IS_VOID({}, 'input.id');
    if (this.returns.length > 0) throw SALE_HAS_RETURNS({}, 'input.id');
    const before = this.facts();
    this.state = 'VOIDED';
    return [happened(SaleVoided, { branch: this.branch, at: now, data: { saleId: this.id, before } })];
  }

  private corrected(before: SaleFacts, now: Date): Fact {
    const data = { saleId: this.id, before, after: this.facts() };
    return happened(SaleCorrected, { branch: this.branch, at: now, data });
  }

  /** What is counted of it: no label, no receipt. */
  private facts(): SaleFacts {
    const { gender, ageBand, socialStatus, communeCode } = this;
    return {
      occurredOn: this.occurredOn,
      beneficiaryId: this.beneficiaryId,
      classes: { gender, ageBand, socialStatus, communeCode },
      lines: this.lines.map(factsOf),
      payments: this.payments.map(({ kind, cents }) => ({ kind, cents })),
      ...(this.returns.length === 0
        ? {}
        : {
            returns: this.returns.map(({ occurredOn, back, given, refunds }) => ({
              occurredOn,
              back: back.map(factsOf),
              given: given.map(factsOf),
              refunds,
            })),
          }),
    };
  }
}

/** What all lines cost together. */
export function totalOf(lines: readonly SaleLine[]): number {
  return lines.reduce((sum, line) => sum + line.cents, 0);
}

function checkedPayments(payments: readonly Payment[], total: number): Payment[] {
  const paid = payments.reduce((sum, payment) => sum + payment.cents, 0);
  if (payments.length === 0 || payments.length > 10 || paid !== total || payments.some(({ cents }) => cents < 0))
    throw PAYMENT_MISMATCH({ total, paid }, 'input.payments');
  return payments.map(({ kind, cents }) => ({ kind, cents }));
}
