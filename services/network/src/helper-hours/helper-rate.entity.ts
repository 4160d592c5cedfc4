import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { LocalDateScalar, Uuid } from '#runtime';
import { HELPER_RATE_CENTS, HELPER_RATE_PERIOD } from './helper-rate.refusals.js';

const MOST_CENTS = 20_000;

/** At what an hour is valued, and when. */
export interface RateTerms {
  cents: number;
  from: string;
  until?: string | null | undefined;
}

@Entity()
@ObjectType({ description: 'At what an hour of a helper is valued for funders, over a period.' })
export class HelperRate {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the rate.' })
  id: string;

  @Column('int')
  @Field(() => Int, { description: 'Value of an hour, in cents.' })
  cents: number;

  @Column('date')
  @Field(() => LocalDateScalar, { name: 'from', description: 'First day it holds.' })
  validFrom: string;

  @Column('date', { nullable: true })
  @Field(() => LocalDateScalar, {
    name: 'until',
    nullable: true,
    description: 'First day it no longer holds; null = open.',
  })
  validUntil: string | null;

  /** Refuses `HELPER_RATE_CENTS`, `HELPER_RATE_PERIOD`. */
  static of(id: string, { cents, from, until = null }: RateTerms): HelperRate {
    if (cents < 1 || cents > MOST_CENTS) throw HELPER_RATE_CENTS({}, 'input.cents');
    if (until !== null && until <= from) throw HELPER_RATE_PERIOD({}, 'input.until');
    return Object.assign(new HelperRate(), { id, cents, validFrom: from, validUntil: until });
  }
}
