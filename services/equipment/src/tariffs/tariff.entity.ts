import { Directive, Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type EquipmentType, type Fact, type Grade, happened, TariffSet } from '#events';
import { GraphQLVocabulary, LocalDateScalar, Uuid } from '#runtime';
import { MONEY_OUT_OF_RANGE, TARIFF_PERIOD } from './tariff.refusals.js';

/** A price of the network, as somebody sets it. */
export interface TariffTerms {
  type: EquipmentType;
  grade: Grade;
  cents: number;
  marketCents?: number | null | undefined;
  from: string;
  until?: string | null | undefined;
}

const MOST_CENTS = 1_000_000;

@Entity()
@ObjectType({ description: 'What the network asks for a kind of device of a grade, over a period.' })
@Directive('@key(fields: "id")')
export class Tariff {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the tariff.' })
  id: string;

  @Column('text')
  @Field(() => GraphQLVocabulary.EquipmentType, { description: 'Kind of device.' })
  type: EquipmentType;

  @Column('text')
  @Field(() => GraphQLVocabulary.Grade, { description: 'Grade.' })
  grade: Grade;

  @Column('int')
  @Field(() => Int, { description: 'What a person pays, in cents.' })
  cents: number;

  @Column('int', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Estimated price on the market, in cents.' })
  marketCents: number | null;

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

  /** Refuses `TARIFF_PERIOD`, `MONEY_OUT_OF_RANGE`. */
  static set(id: string, terms: TariffTerms, now: Date): { tariff: Tariff; events: Fact[] } {
    requireMoney(terms.cents, 'input.cents');
    requireMoney(terms.marketCents, 'input.marketCents');
    if (terms.until != null && terms.until <= terms.from) throw TARIFF_PERIOD({}, 'input.until');
    const tariff = Object.assign(new Tariff(), {
      id,
      type: terms.type,
      grade: terms.grade,
      cents: terms.cents,
      marketCents: terms.marketCents ?? null,
      validFrom: terms.from,
      validUntil: null,
    });
    return { tariff, events: terms.until == null ? [tariff.announced(now)] : tariff.end(terms.until, now) };
  }

  /** It no longer holds from `until` on; ended on its first day, it never held. Refuses `TARIFF_PERIOD`. */
  end(until: string, now: Date): Fact[] {
    if (until < this.validFrom) throw TARIFF_PERIOD({}, 'input.until');
    this.validUntil = until;
    return [this.announced(now)];
  }

  private announced(now: Date): Fact {
    const { id, type, grade, cents, marketCents, validFrom, validUntil } = this;
    const data = { tariffId: id, type, grade, cents, marketCents, from: validFrom, until: validUntil };
    return happened(TariffSet, { branch: null, at: now, data });
  }
}

/** Refuses `MONEY_OUT_OF_RANGE` for an amount no till has seen. */
export function requireMoney(cents: number | null | undefined, field: string): void {
  if (cents != null && (cents < 0 || cents > MOST_CENTS)) throw MONEY_OUT_OF_RANGE({}, field);
}
