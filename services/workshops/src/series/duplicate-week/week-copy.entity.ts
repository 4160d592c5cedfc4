import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { LocalDateScalar, Uuid } from '#runtime';

@Entity()
@ObjectType({ description: 'What came of copying a week of single sessions onto another.' })
export class WeekCopy {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the copy.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'Monday of the week that was copied.' })
  fromMonday: string;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'Monday of the week that was filled.' })
  toMonday: string;

  @Column('int')
  @Field(() => Int, { description: 'Sessions planned.' })
  copied: number;

  @Column('int')
  @Field(() => Int, { description: 'Sessions left out because their day is a public holiday.' })
  onHoliday: number;

  @Column('int')
  @Field(() => Int, { description: 'Sessions left out because the same workshop already begins then.' })
  alreadyThere: number;

  @Column('int')
  @Field(() => Int, { description: 'Sessions left out because their room or equipment is taken.' })
  taken: number;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;
}
