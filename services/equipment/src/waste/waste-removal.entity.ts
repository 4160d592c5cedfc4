import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { requireText } from '#errors';
import { type Fact, happened, WasteRemoved } from '#events';
import { DateTime, LocalDateScalar, Uuid } from '#runtime';
import { requireWeight } from '../donations/weight.js';
import type { Moment } from '../known/known.js';

/** What is said of a removal. */
export interface RemovalDescription {
  collector: string;
  slip: string;
  weightGrams: number;
}

@Entity()
@ObjectType({ description: 'Electronic waste that a collector took away, with its slip and weight.' })
export class WasteRemoval {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the removal.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'Day it left.' })
  removedOn: string;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'When it was noted.' })
  removedAt: Date;

  @Column('text')
  @Field(() => String, { description: 'The organisation that took it away.' })
  collector: string;

  @Column('text')
  @Field(() => String, { description: 'Number of the tracking slip.' })
  slip: string;

  @Column('int')
  @Field(() => Int, { description: 'What it weighed, in grams.' })
  weightGrams: number;

  @Column('int')
  @Field(() => Int, { description: 'Devices in it that had a tag.' })
  devices: number;

  @Column('text')
  removedBy: string;

  /** Refuses `TEXT_LENGTH`, `WEIGHT_OUT_OF_RANGE`. */
  static note(
    removal: { id: string; branch: string; removedBy: string; devices: number },
    described: RemovalDescription,
    { now, day }: Moment,
  ): { removal: WasteRemoval; events: Fact[] } {
    requireWeight(described.weightGrams, 1, 'input.weightGrams');
    const noted = Object.assign(new WasteRemoval(), removal, {
      removedOn: day,
      removedAt: now,
      collector: requireText(described.collector, 'input.collector', { min: 2, max: 120 }),
      slip: requireText(described.slip, 'input.slip', { min: 2, max: 60 }),
      weightGrams: described.weightGrams,
    });
    const { id, branch, devices, weightGrams: grams } = noted;
    const data = { wasteRemovalId: id, occurredOn: day, devices, grams };
    return { removal: noted, events: [happened(WasteRemoved, { branch, at: now, data })] };
  }
}
