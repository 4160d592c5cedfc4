import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DropInRefused, type Fact, happened, type MediationTheme, RefusedDropInVoided } from '#events';
import { DateTime, GraphQLVocabulary, LocalDateScalar, Uuid } from '#runtime';
import { OLDEST_DROP_IN_MS } from '../support-acts/support-act.entity.js';
import { ACT_IN_FUTURE, ACT_TOO_OLD, ACT_VOIDED } from '../support-acts/support-act.refusals.js';

@Entity()
@ObjectType({ description: 'Somebody who came and could not be received: demand not met.' })
export class RefusedDropIn {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'When it happened.' })
  occurredAt: Date;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'Day it counts for, in the zone of the branch.' })
  occurredOn: string;

  @Column('uuid', { nullable: true })
  placeId: string | null;

  @Column('text', { array: true })
  @Field(() => [GraphQLVocabulary.MediationTheme], { description: 'What the person came for, when said.' })
  themes: MediationTheme[];

  @Column('boolean')
  @Field(() => Boolean, { description: 'True when it was noted by mistake; it no longer counts.' })
  voided: boolean;

  @Column('text')
  recordedBy: string;

  /** Refuses `ACT_IN_FUTURE`, `ACT_TOO_OLD`. */
  static note(
    refused: Pick<RefusedDropIn, 'id' | 'branch' | 'occurredAt' | 'occurredOn' | 'placeId' | 'themes' | 'recordedBy'>,
    now: Date,
  ): { refused: RefusedDropIn; events: Fact[] } {
    if (refused.occurredAt.getTime() > now.getTime() + 60_000) throw ACT_IN_FUTURE({}, 'input.occurredAt');
    if (refused.occurredAt.getTime() < now.getTime() - OLDEST_DROP_IN_MS) throw ACT_TOO_OLD({}, 'input.occurredAt');
    const noted = Object.assign(new RefusedDropIn(), refused, { voided: false });
    const data = { refusedDropInId: noted.id, after: noted.facts() };
    return { refused: noted, events: [happened(DropInRefused, { branch: noted.branch, at: noted.occurredAt, data })] };
  }

  /** Refuses `ACT_VOIDED`. */
  void(now: Date): Fact[] {
    if (this.voided) throw ACT_VOIDED({});
    this.voided = true;
    return [
      happened(RefusedDropInVoided, {
        branch: this.branch,
        at: now,
        data: { refusedDropInId: this.id, before: this.facts() },
      }),
    ];
  }

  private facts() {
    return { occurredOn: this.occurredOn, placeId: this.placeId, themes: this.themes };
  }
}
