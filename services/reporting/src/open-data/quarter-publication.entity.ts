import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Fact, happened, QuarterPublished } from '#events';
import { DateTime, LocalDateScalar, shiftDay, Uuid } from '#runtime';

import { NO_SUCH_QUARTER, QUARTER_NOT_SETTLED } from './open-data.refusals.js';
import { quarterNamed, SETTLES_DAYS } from './quarter.js';

@Entity()
@ObjectType({ description: 'A quarter whose figures were published. They never change after that.' })
export class QuarterPublication {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the publication.' })
  id: string;

  @Column('text')
  @Field(() => String, { description: 'The quarter, `2026-T2`.' })
  quarter: string;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'First day of the quarter.' })
  startsOn: string;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'Last day of the quarter.' })
  endsOn: string;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'When the figures were frozen.' })
  frozenAt: Date;

  @Column('text')
  publishedBy: string;

  /** Refuses `NO_SUCH_QUARTER`, `QUARTER_NOT_SETTLED`. */
  static publish(
    published: { id: string; quarter: string; by: string },
    now: Date,
  ): { publication: QuarterPublication; events: Fact[] } {
    const quarter = quarterNamed(published.quarter);
    if (!quarter) throw NO_SUCH_QUARTER({}, 'input.quarter');
    const from = shiftDay(quarter.to, SETTLES_DAYS + 1);
    if (now.toISOString().slice(0, 10) < from) throw QUARTER_NOT_SETTLED({ from }, 'input.quarter');
    const { id, by } = published;
    const { name, from: startsOn, to: endsOn } = quarter;
    return {
      publication: Object.assign(new QuarterPublication(), {
        id,
        quarter: name,
        startsOn,
        endsOn,
        frozenAt: now,
        publishedBy: by,
      }),
      events: [happened(QuarterPublished, { branch: null, at: now, data: { publicationId: id, quarter: name } })],
    };
  }
}
