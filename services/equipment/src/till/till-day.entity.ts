import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { optionalText, requireReason } from '#errors';
import { type Fact, happened, TillClosed, TillOpened } from '#events';
import { DateTime, LocalDateScalar, Uuid } from '#runtime';
import type { Moment } from '../known/known.js';
import { requireMoney } from '../tariffs/tariff.entity.js';
import type { DayTakings } from './takings.js';
import { TILL_CLOSED } from './till.refusals.js';

@Entity()
@ObjectType({
  description: 'The till of a branch on a day: opened with a float, closed with a count, then never changed.',
})
export class TillDay {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the till’s day.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'The day.' })
  day: string;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'When it was opened.' })
  openedAt: Date;

  @Column('text')
  openedBy: string;

  @Column('int')
  @Field(() => Int, { description: 'Cash in it when it was opened, in cents.' })
  floatCents: number;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When it was closed; null while it is open.' })
  closedAt: Date | null;

  @Column('text', { nullable: true })
  closedBy: string | null;

  @Column('int', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Cash counted at the closing, in cents.' })
  countedCents: number | null;

  @Column('int', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Cash there should have been: the float and what was taken.' })
  expectedCents: number | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Why count and expectation differ.' })
  reason: string | null;

  /** What was taken that day, as it was closed. */
  @Column('jsonb', { nullable: true })
  takings: DayTakings | null;

  /** Refuses `MONEY_OUT_OF_RANGE`. */
  static open(
    till: { id: string; branch: string; floatCents: number; openedBy: string },
    { now, day }: Moment,
  ): { till: TillDay; events: Fact[] } {
    requireMoney(till.floatCents, 'input.floatCents');
    const closing = { closedAt: null, closedBy: null, countedCents: null, expectedCents: null, reason: null };
    const opened = Object.assign(new TillDay(), till, { day, openedAt: now }, closing, { takings: null });
    const data = { tillDayId: till.id, occurredOn: day, floatCents: till.floatCents };
    return { till: opened, events: [happened(TillOpened, { branch: till.branch, at: now, data })] };
  }

  /** A difference needs its reason. Refuses `TILL_CLOSED`, `MONEY_OUT_OF_RANGE`, `REASON_REQUIRED`, `TEXT_LENGTH`. */
  close(
    count: { countedCents: number; reason: string | null | undefined; by: string },
    takings: DayTakings,
    now: Date,
  ): Fact[] {
    if (this.closedAt !== null) throw TILL_CLOSED({ day: this.day }, 'input.day');
    requireMoney(count.countedCents, 'input.countedCents');
    const cash = takings.byKind.find(({ kind }) => kind === 'CASH')?.cents ?? 0;
    const expectedCents = this.floatCents + cash;
    const { countedCents, by } = count;
    const reason =
      countedCents === expectedCents
        ? optionalText(count.reason, 'input.reason', { max: 500 })
        : requireReason(count.reason ?? '');
    Object.assign(this, { closedAt: now, closedBy: by, countedCents, expectedCents, reason, takings });
    const data = { tillDayId: this.id, occurredOn: this.day, expectedCents, countedCents };
    return [happened(TillClosed, { branch: this.branch, at: now, data })];
  }
}
