import { Field, ObjectType } from '@nestjs/graphql';
import { Column } from 'typeorm';
import {
  BeneficiaryRestricted,
  type Fact,
  happened,
  ObjectionNoted,
  ObjectionWithdrawn,
  type RestrictionGround,
  RestrictionLifted,
} from '#events';
import { DateTime, GraphQLVocabulary, LocalDateScalar } from '#runtime';
import type { Moment } from './enrolment-input.js';
import {
  BENEFICIARY_OBJECTED,
  BENEFICIARY_RESTRICTED_ALREADY,
  NOT_OBJECTED,
  NOT_RESTRICTED,
} from './limit.refusals.js';

/** What bounds the work with a record: set aside (art. 18), objected to (art. 21). A part of the person's entity. */
@ObjectType({ isAbstract: true })
export abstract class PersonLimits {
  abstract id: string;
  abstract branch: string;
  abstract version: number;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'Since when the record is set aside; null = it is not.' })
  restrictedAt: Date | null;

  @Column('text', { nullable: true })
  @Field(() => GraphQLVocabulary.RestrictionGround, { nullable: true, description: 'Why it is set aside.' })
  restrictionGround: RestrictionGround | null;

  @Column('date', { nullable: true })
  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'Day from which the person objects to reminders and to being counted by their classes; null = they do not.',
  })
  objectedOn: string | null;

  /** Written by what is learned of contacts alone: a record kept meanwhile must not put it back. */
  @Column({ type: 'date', nullable: true, insert: false, update: false })
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day of the last contact since the enrolment; null = none.',
  })
  lastContactOn: string | null;

  /** Sets the record aside. Refuses `BENEFICIARY_RESTRICTED_ALREADY`. */
  restrict(ground: RestrictionGround, { now, today }: Moment): Fact[] {
    if (this.restrictedAt !== null) throw BENEFICIARY_RESTRICTED_ALREADY({}, 'input.id');
    this.restrictedAt = now;
    this.restrictionGround = ground;
    this.version += 1;
    const data = { beneficiaryId: this.id, occurredOn: today, ground };
    return [happened(BeneficiaryRestricted, { branch: this.branch, at: now, data })];
  }

  /** Lets the record be worked with again. Refuses `NOT_RESTRICTED`. */
  liftRestriction({ now, today }: Moment): Fact[] {
    if (this.restrictedAt === null) throw NOT_RESTRICTED({}, 'input.id');
    this.restrictedAt = null;
    this.restrictionGround = null;
    this.version += 1;
    return [happened(RestrictionLifted, { branch: this.branch, at: now, data: this.saidOn(today) })];
  }

  /** From today on: no reminder, and no figure but the count itself. Refuses `BENEFICIARY_OBJECTED`. */
  object({ now, today }: Moment): Fact[] {
    if (this.objectedOn !== null) throw BENEFICIARY_OBJECTED({}, 'input.id');
    this.objectedOn = today;
    this.version += 1;
    return [happened(ObjectionNoted, { branch: this.branch, at: now, data: this.saidOn(today) })];
  }

  /** The person no longer objects, from today on. Refuses `NOT_OBJECTED`. */
  withdrawObjection({ now, today }: Moment): Fact[] {
    if (this.objectedOn === null) throw NOT_OBJECTED({}, 'input.id');
    this.objectedOn = null;
    this.version += 1;
    return [happened(ObjectionWithdrawn, { branch: this.branch, at: now, data: this.saidOn(today) })];
  }

  private saidOn(today: string): { beneficiaryId: string; occurredOn: string } {
    return { beneficiaryId: this.id, occurredOn: today };
  }
}
