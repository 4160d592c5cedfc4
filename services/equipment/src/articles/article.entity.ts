import { Directive, Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { optionalText, requireText } from '#errors';
import { type ArticleKind, ArticleStockChanged, type Fact, happened } from '#events';
import { GraphQLVocabulary, Uuid } from '#runtime';
import { NOT_CONNECTIVITY } from '../connectivity/connectivity.refusals.js';
import type { Moment } from '../known/known.js';
import { requireMoney } from '../tariffs/tariff.entity.js';
import { OUT_OF_STOCK, QUANTITY_OUT_OF_RANGE } from './article.refusals.js';

/** How somebody describes an article that is counted. */
export interface ArticleDescription {
  code: string;
  label: string;
  kind: ArticleKind;
  cents: number;
  marketCents?: number | null | undefined;
  operator?: string | null | undefined;
  valueCents?: number | null | undefined;
  validityDays?: number | null | undefined;
}

const MOST = 10_000;

@Entity()
@ObjectType({
  description: 'Something a branch counts rather than follows one by one: SIM cards, top-ups, accessories.',
})
@Directive('@key(fields: "id")')
export class Article {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the article.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('text')
  @Field(() => String, { description: 'Short code, unique in the branch.' })
  code: string;

  @Column('text')
  @Field(() => String, { description: 'What it is called on the receipt.' })
  label: string;

  @Column('text')
  @Field(() => GraphQLVocabulary.ArticleKind, { description: 'Kind of article.' })
  kind: ArticleKind;

  @Column('int')
  @Field(() => Int, { description: 'What a person pays for one, in cents.' })
  cents: number;

  @Column('int', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Estimated price of one on the market, in cents.' })
  marketCents: number | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Operator of a SIM card or top-up; null when nobody said.' })
  operator: string | null;

  @Column('int', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'What one top-up is worth, in cents.' })
  valueCents: number | null;

  @Column('int', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'How many days a top-up lasts.' })
  validityDays: number | null;

  @Column('int', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Below how many it is to be ordered; null when nobody said.' })
  reorderLevel: number | null;

  @Column('int')
  @Field(() => Int, { description: 'How many the branch has.' })
  quantity: number;

  /** Refuses `TEXT_LENGTH`, `MONEY_OUT_OF_RANGE`, `NOT_CONNECTIVITY`, `QUANTITY_OUT_OF_RANGE`. */
  static create(id: string, branch: string, described: ArticleDescription): Article {
    requireMoney(described.cents, 'input.cents');
    requireMoney(described.marketCents, 'input.marketCents');
    return Object.assign(new Article(), {
      id,
      branch,
      code: requireText(described.code, 'input.code', { max: 20 }).toUpperCase(),
      label: requireText(described.label, 'input.label', { max: 80 }),
      kind: described.kind,
      cents: described.cents,
      marketCents: described.marketCents ?? null,
      ...connectivityOf(described),
      reorderLevel: null,
      quantity: 0,
    });
  }

  /** Below how many it is short; null watches it no more. Refuses `QUANTITY_OUT_OF_RANGE`. */
  watch(level: number | null): void {
    if (level !== null) requireQuantity(level, 1, 'input.level');
    this.reorderLevel = level;
  }

  /** Refuses `QUANTITY_OUT_OF_RANGE`. */
  receive(quantity: number, moment: Moment): Fact[] {
    requireQuantity(quantity, 1, 'input.quantity');
    return this.become(this.quantity + quantity, moment);
  }

  /** The shelf was counted. Refuses `QUANTITY_OUT_OF_RANGE`. */
  count(quantity: number, moment: Moment): Fact[] {
    requireQuantity(quantity, 0, 'input.quantity');
    return quantity === this.quantity ? [] : this.become(quantity, moment);
  }

  /** Refuses `OUT_OF_STOCK`. */
  sell(quantity: number, field: string, moment: Moment): Fact[] {
    if (quantity > this.quantity) throw OUT_OF_STOCK({ left: this.quantity }, field);
    return this.become(this.quantity - quantity, moment);
  }

  /** A sale was taken back. */
  takeBack(quantity: number, moment: Moment): Fact[] {
    return this.become(this.quantity + quantity, moment);
  }

  private become(quantity: number, { now, day }: Moment): Fact[] {
    const before = this.quantity;
    this.quantity = quantity;
    const data = { articleId: this.id, articleKind: this.kind, occurredOn: day, before, after: quantity };
    return [happened(ArticleStockChanged, { branch: this.branch, at: now, data })];
  }
}

function connectivityOf({ kind, operator, valueCents, validityDays }: ArticleDescription) {
  const named = optionalText(operator, 'input.operator', { max: 40 });
  if (named !== null && kind === 'ACCESSORY') throw NOT_CONNECTIVITY({}, 'input.operator');
  if (valueCents != null && kind !== 'TOP_UP') throw NOT_CONNECTIVITY({}, 'input.valueCents');
  if (validityDays != null && kind !== 'TOP_UP') throw NOT_CONNECTIVITY({}, 'input.validityDays');
  requireMoney(valueCents, 'input.valueCents');
  if (validityDays != null) requireQuantity(validityDays, 1, 'input.validityDays');
  return { operator: named, valueCents: valueCents ?? null, validityDays: validityDays ?? null };
}

/** Refuses `QUANTITY_OUT_OF_RANGE` outside `min`–10 000. */
export function requireQuantity(quantity: number, min: number, field: string): void {
  if (quantity < min || quantity > MOST) throw QUANTITY_OUT_OF_RANGE({ min, max: MOST }, field);
}
