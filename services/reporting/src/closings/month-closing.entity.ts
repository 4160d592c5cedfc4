import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Fact, happened, MonthClosed } from '#events';
import { DateTime, LocalDateScalar, Uuid } from '#runtime';
import { MONTH_FIRST_DAY, MONTH_NOT_OVER } from './closing.refusals.js';

@Entity()
@ObjectType({ description: 'A month of a branch, closed: what is learned of it later is a correction.' })
export class MonthClosing {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the closing.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'First day of the month.' })
  month: string;

  /** A final mark: nothing recorded by then can still appear. */
  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'As known on this instant; final when the month was closed.' })
  closedAt: Date;

  @Column('text')
  @Field(() => String, { description: 'Subject of who closed it.' })
  closedBy: string;

  /** Closes a month as known just before the final mark. Refuses `MONTH_FIRST_DAY`, `MONTH_NOT_OVER`. */
  static close(
    closed: { id: string; branch: string; month: string; by: string },
    finalUpTo: Date,
    now: Date,
  ): { closing: MonthClosing; events: Fact[] } {
    const { id, branch, month, by } = closed;
    if (!month.endsWith('-01')) throw MONTH_FIRST_DAY({}, 'input.month');
    if (finalUpTo < overEverywhere(month)) throw MONTH_NOT_OVER({}, 'input.month');
    // Something may still be recorded at the mark itself.
    const closedAt = new Date(finalUpTo.getTime() - 1);
    return {
      closing: Object.assign(new MonthClosing(), { id, branch, month, closedAt, closedBy: by }),
      events: [
        happened(MonthClosed, {
          branch,
          at: now,
          data: { closingId: id, branch, month, knownUpTo: closedAt.toISOString() },
        }),
      ],
    };
  }
}

/** Noon in London of the first day after: the month has ended in every zone where a branch may be. */
function overEverywhere(month: string): Date {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1, 12));
}
