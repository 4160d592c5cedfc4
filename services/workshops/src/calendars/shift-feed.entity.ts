import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTime, Uuid } from '#runtime';

@Entity()
@ObjectType({
  description: 'An address at which a helper’s own shifts may be read by whoever holds it, until it is revoked.',
})
export class ShiftFeed {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the feed.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('text')
  subject: string;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'When it was opened.' })
  openedAt: Date;

  @Column('boolean')
  @Field(() => Boolean, { description: 'True once its address leads nowhere any more.' })
  revoked: boolean;
}
