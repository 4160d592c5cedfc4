import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BeneficiariesMerged, BeneficiariesUnmerged, type Fact, happened } from '#events';
import { DateTime, Uuid } from '#runtime';
import type { Beneficiary } from '../beneficiaries/beneficiary.entity.js';
import { BENEFICIARY_VOIDED } from '../beneficiaries/beneficiary.refusals.js';
import type { Moment } from '../beneficiaries/enrolment-input.js';
import { MERGE_ANONYMOUS, MERGE_UNDONE, MERGE_WITH_ITSELF } from './duplicate.refusals.js';

/** Two records that are one person. Neither record changes: what was noted under each id stays under it. */
@Entity('merge')
@ObjectType({ description: 'Two records that are, or were, held to be one person.' })
export class Merge {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the merge.' })
  id: string;

  @Column('uuid')
  @Field(() => Uuid, { description: 'The record under which the person goes on.' })
  keptId: string;

  @Column('uuid')
  @Field(() => Uuid, { description: 'The other record.' })
  mergedId: string;

  @Column('char', { length: 2 })
  keptBranch: string;

  @Column('char', { length: 2 })
  mergedBranch: string;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'When they were found to be one person.' })
  mergedAt: Date;

  @Column('text')
  @Field(() => String, { description: 'Subject of who said so.' })
  mergedBy: string;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When they were parted again; null = they are one person.' })
  undoneAt: Date | null;

  @Column('text', { nullable: true })
  undoneBy: string | null;

  /** From now on one person. Refuses `MERGE_WITH_ITSELF`, `MERGE_ANONYMOUS`, `BENEFICIARY_VOIDED`. */
  static of(ids: { id: string; by: string }, [kept, merged]: readonly [Beneficiary, Beneficiary], moment: Moment) {
    if (kept.id === merged.id) throw MERGE_WITH_ITSELF({}, 'input.mergedId');
    for (const [person, field] of [
      [kept, 'input.keptId'],
      [merged, 'input.mergedId'],
    ] as const) {
      if (person.voided) throw BENEFICIARY_VOIDED({}, field);
      if (person.kind === 'ANONYMOUS') throw MERGE_ANONYMOUS({}, field);
    }
    const merge = Object.assign(new Merge(), {
      ...{ id: ids.id, keptId: kept.id, mergedId: merged.id, keptBranch: kept.branch, mergedBranch: merged.branch },
      ...{ mergedAt: moment.now, mergedBy: ids.by, undoneAt: null, undoneBy: null },
    });
    return { merge, events: [happened(BeneficiariesMerged, merge.told(moment))] };
  }

  /** Two people after all. Refuses `MERGE_UNDONE`. */
  undo(by: string, moment: Moment): Fact[] {
    if (this.undoneAt !== null) throw MERGE_UNDONE({}, 'input.mergeId');
    this.undoneAt = moment.now;
    this.undoneBy = by;
    return [happened(BeneficiariesUnmerged, this.told(moment))];
  }

  // Of no branch: it may speak of two.
  private told({ now, today }: Moment) {
    const { id: mergeId, keptId, mergedId } = this;
    return { branch: null, at: now, data: { mergeId, occurredOn: today, keptId, mergedId } };
  }
}
