import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { requireReason } from '#errors';
import { DateTime, LocalDateScalar, Uuid } from '#runtime';
import type { GradeThresholds } from '../devices/grade-rule.js';
import type { Moment } from '../known/known.js';
import { GRADE_RULE_PAST_DAY } from './grade-rule.refusals.js';
import { checkedThresholds, ThresholdsOfRule } from './thresholds.js';

/** A rule, from when it holds, and why it is published. */
export interface RuleTerms {
  thresholds: GradeThresholds;
  from: string;
  reason: string;
}

/** Published once and never changed: devices name the version that graded them. */
@Entity()
@ObjectType({ description: 'A version of the rule that grades computers; it holds until a later one begins.' })
export class GradeRule {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the rule.' })
  id: string;

  @Column('int')
  @Field(() => Int, { description: 'Its number; a device that it graded says `v2`.' })
  version: number;

  @Column('date')
  @Field(() => LocalDateScalar, { name: 'from', description: 'First day it grades; two rules never begin on one day.' })
  validFrom: string;

  @Column('jsonb')
  @Field(() => ThresholdsOfRule, { description: 'What it looks at.' })
  thresholds: GradeThresholds;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was published; null for the first.' })
  reason: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When it was published; null for the first.' })
  publishedAt: Date | null;

  @Column('text', { nullable: true })
  publishedBy: string | null;

  /** Refuses `GRADE_LIMITS`, `GRADE_THRESHOLD_RANGE`, `GRADE_POINTS_ORDER`, `GRADE_RULE_PAST_DAY`, `REASON_REQUIRED`. */
  static published(
    known: { readonly id: string; readonly version: number; readonly by: string },
    { thresholds, from, reason }: RuleTerms,
    { now, day }: Moment,
  ): GradeRule {
    if (from < day) throw GRADE_RULE_PAST_DAY({}, 'input.from');
    return Object.assign(new GradeRule(), {
      id: known.id,
      version: known.version,
      validFrom: from,
      thresholds: checkedThresholds(thresholds, 'input.thresholds'),
      reason: requireReason(reason),
      publishedAt: now,
      publishedBy: known.by,
    });
  }
}
