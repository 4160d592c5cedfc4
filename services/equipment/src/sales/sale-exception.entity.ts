import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Refusal } from '#errors';
import { DateTime, LocalDateScalar, Uuid } from '#runtime';
import { EXCEPTION_SETTLED, PAYMENT_MISMATCH } from './sale.refusals.js';
import { Payment } from './sale-line.js';

export const SaleExceptionState = { OPEN: 'OPEN', SOLD: 'SOLD', GIVEN_BACK: 'GIVEN_BACK' } as const;
export type SaleExceptionState = (typeof SaleExceptionState)[keyof typeof SaleExceptionState];
registerEnumType(SaleExceptionState, {
  name: 'SaleExceptionState',
  description: 'Whether somebody still has to decide, it became a sale, or the money was given back.',
});

@ObjectType({ description: 'One device, or a quantity of one article, as the till without a network sold it.' })
export class KeptLine {
  @Field(() => String, { nullable: true, description: 'Tag of the device.' })
  tag: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The article.' })
  articleId: string | null;

  @Field(() => String, { description: 'The device’s tag, or the article’s name.' })
  label: string;

  @Field(() => Int, { description: 'How many; 1 for a device.' })
  quantity: number;

  @Field(() => Int, { description: 'What one was sold for, in cents.' })
  unitCents: number;
}

@Entity()
@ObjectType({
  description:
    'A sale made without the network that the rules refused when it came in. What was taken for it is in the till’s day; somebody decides what it becomes.',
})
export class SaleException {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the exception.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'When it was sold, as the till says.' })
  occurredAt: Date;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'Day of it where the branch is.' })
  occurredOn: string;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'When it came in.' })
  receivedAt: Date;

  @Column('uuid', { nullable: true })
  beneficiaryId: string | null;

  @Column('jsonb')
  @Field(() => [KeptLine], { description: 'What was sold.' })
  lines: KeptLine[];

  @Column('jsonb')
  @Field(() => [Payment], { description: 'How it was paid; adds up to the total.' })
  payments: Payment[];

  @Column('int')
  @Field(() => Int, { description: 'What the person paid, in cents.' })
  totalCents: number;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Code of the refusal; null when it was sold as it came in.' })
  code: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was refused, in French.' })
  fr: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was refused, in English.' })
  en: string | null;

  @Column('text')
  @Field(() => String, { description: 'Random subject of who sold.' })
  soldBy: string;

  @Column('text')
  @Field(() => SaleExceptionState, { description: 'What became of it.' })
  state: SaleExceptionState;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When it was settled.' })
  settledAt: Date | null;

  @Column('text', { nullable: true })
  settledBy: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was settled so.' })
  reason: string | null;

  @Column('uuid', { nullable: true })
  @Field(() => Uuid, { nullable: true, description: 'The sale it became.' })
  saleId: string | null;

  /** Came in. Refuses `PAYMENT_MISMATCH` when what was paid is not what was asked. */
  static bringIn(
    kept: Pick<
      SaleException,
      'id' | 'branch' | 'occurredAt' | 'occurredOn' | 'receivedAt' | 'beneficiaryId' | 'lines' | 'payments' | 'soldBy'
    >,
  ): SaleException {
    const totalCents = kept.lines.reduce((sum, { unitCents, quantity }) => sum + unitCents * quantity, 0);
    const paid = kept.payments.reduce((sum, { cents }) => sum + cents, 0);
    const { length } = kept.payments;
    if (length === 0 || length > 10 || paid !== totalCents || kept.payments.some(({ cents }) => cents < 0))
      throw PAYMENT_MISMATCH({ total: totalCents, paid }, 'input.payments');
    const open = { state: 'OPEN' as const, settledAt: null, settledBy: null, reason: null, saleId: null };
    const said = { code: null, fr: null, en: null };
    const payments = kept.payments.map(({ kind, cents }) => ({ kind, cents }));
    return Object.assign(new SaleException(), kept, { payments, totalCents }, said, open);
  }

  /** The rules refuse it: it waits for somebody. */
  refused({ code, fr, en }: Refusal): void {
    Object.assign(this, { code, fr, en });
  }

  /** It became a sale, or the money was given back. Refuses `EXCEPTION_SETTLED`. */
  settle(as: { saleId: string | null; by: string; reason: string | null }, now: Date): void {
    this.requireOpen();
    const { saleId, by, reason } = as;
    const state = saleId === null ? 'GIVEN_BACK' : 'SOLD';
    Object.assign(this, { state, saleId, settledAt: now, settledBy: by, reason });
  }

  /** Refuses `EXCEPTION_SETTLED`. */
  requireOpen(): void {
    if (this.state !== 'OPEN') throw EXCEPTION_SETTLED({}, 'input.id');
  }
}
