import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTime, LocalDateScalar, Uuid } from '#runtime';

/** A right to buy that goes on for another period. */
@Entity()
@ObjectType({ description: 'A right to buy that goes on for another period.' })
export class EntitlementRenewal {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the renewal.' })
  id: string;

  @Column('uuid')
  beneficiaryId: string;

  @Column('int')
  nth: number;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'Day of it.' })
  renewedOn: string;

  @Column('text')
  author: string;
}

/** What the coordination allows a person beyond the cap, in one month. */
@Entity()
@ObjectType({ description: 'What the coordination allows a person beyond the cap, in one month.' })
export class EntitlementException {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the exception.' })
  id: string;

  @Column('uuid')
  beneficiaryId: string;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'First day of the month it is for.' })
  month: string;

  @Column('int')
  @Field(() => Int, { description: 'How much beyond the cap, in cents.' })
  cents: number;

  @Column('text')
  reason: string;

  @Column('text')
  author: string;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'When it was allowed.' })
  at: Date;
}
