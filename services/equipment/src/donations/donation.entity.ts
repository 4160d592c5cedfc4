import { Directive, Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { requireText } from '#errors';
import { DonationReceived, type Fact, happened } from '#events';
import { DateTime, LocalDateScalar, Uuid } from '#runtime';
import { requireQuantity } from '../articles/article.entity.js';
import type { Moment } from '../known/known.js';
import { LOTS_COUNT } from './donation.refusals.js';
import { Lot } from './lot.entity.js';
import { requireWeight } from './weight.js';

const MOST_LOTS = 20;

/** What is said of a lot that came. */
export interface LotDescription {
  label: string;
  expected: number;
  weightGrams: number;
}

@Entity()
@ObjectType({ description: 'Devices given by a donor, lot by lot.' })
@Directive('@key(fields: "id")')
export class Donation {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the donation.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('uuid')
  donorId: string;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'Day it came in.' })
  receivedOn: string;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'When it was noted.' })
  receivedAt: Date;

  @Column('text')
  receivedBy: string;

  /** Refuses `LOTS_COUNT`, `TEXT_LENGTH`, `QUANTITY_OUT_OF_RANGE`, `WEIGHT_OUT_OF_RANGE`. `lotOf` gives each lot its id and code. */
  static receive(
    given: { id: string; branch: string; donorId: string; receivedBy: string; lots: readonly LotDescription[] },
    lotOf: (index: number) => { id: string; code: string },
    { now, day }: Moment,
  ): { donation: Donation; lots: Lot[]; events: Fact[] } {
    const { lots: described, ...who } = given;
    if (described.length === 0 || described.length > MOST_LOTS) throw LOTS_COUNT({ max: MOST_LOTS }, 'input.lots');
    const donation = Object.assign(new Donation(), who, { receivedOn: day, receivedAt: now });
    const lots = described.map((lot, index) => {
      const at = (field: string) => `input.lots[${index}].${field}`;
      requireQuantity(lot.expected, 0, at('expected'));
      requireWeight(lot.weightGrams, 0, at('weightGrams'));
      const label = requireText(lot.label, at('label'), { min: 2, max: 120 });
      const { branch, donorId } = given;
      const { expected, weightGrams } = lot;
      return Object.assign(new Lot(), {
        ...lotOf(index),
        ...{ branch, donationId: given.id, donorId, label, expected, weightGrams },
      });
    });
    const data = {
      donationId: given.id,
      donorId: given.donorId,
      occurredOn: day,
      lots: lots.length,
      expected: lots.reduce((sum, lot) => sum + lot.expected, 0),
      grams: lots.reduce((sum, lot) => sum + lot.weightGrams, 0),
    };
    return { donation, lots, events: [happened(DonationReceived, { branch: given.branch, at: now, data })] };
  }
}
