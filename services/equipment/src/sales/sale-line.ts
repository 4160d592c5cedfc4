import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ArticleKind, EquipmentType, Grade, PaymentKind } from '#events';
import { GraphQLVocabulary, LocalDateScalar, Uuid } from '#runtime';

export const SaleLineKind = { DEVICE: 'DEVICE', ARTICLE: 'ARTICLE' } as const;
export type SaleLineKind = (typeof SaleLineKind)[keyof typeof SaleLineKind];
registerEnumType(SaleLineKind, { name: 'SaleLineKind', description: 'What a line sells.' });

export const SaleState = { MADE: 'MADE', VOIDED: 'VOIDED' } as const;
export type SaleState = (typeof SaleState)[keyof typeof SaleState];
registerEnumType(SaleState, { name: 'SaleState', description: 'Whether a sale stands or was taken back.' });

/** One device, or a quantity of one article, as it was when it was sold. */
@ObjectType({ description: 'One device, or a quantity of one article, as it was when it was sold.' })
export class SaleLine {
  @Field(() => SaleLineKind, { description: 'What the line sells.' })
  kind: SaleLineKind;

  @Field(() => Uuid, { nullable: true, description: 'The device.' })
  deviceId: string | null;

  @Field(() => String, { description: 'The device’s tag, or the article’s name.' })
  label: string;

  @Field(() => GraphQLVocabulary.EquipmentType, { nullable: true, description: 'Kind of device.' })
  type: EquipmentType | null;

  @Field(() => GraphQLVocabulary.Grade, { nullable: true, description: 'Grade the price was asked for.' })
  grade: Grade | null;

  @Field(() => Uuid, { nullable: true, description: 'The article.' })
  articleId: string | null;

  @Field(() => GraphQLVocabulary.ArticleKind, { nullable: true, description: 'Kind of article.' })
  articleKind: ArticleKind | null;

  @Field(() => Int, { description: 'How many; 1 for a device.' })
  quantity: number;

  @Field(() => Int, { description: 'What the person pays for the line, in cents.' })
  cents: number;

  @Field(() => Int, { nullable: true, description: 'Estimated price of the line on the market, in cents.' })
  marketCents: number | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day of the tariff that gave the price.' })
  tariffFrom: string | null;
}

@ObjectType({ description: 'A part of what was paid.' })
export class Payment {
  @Field(() => GraphQLVocabulary.PaymentKind, { description: 'How it was paid.' })
  kind: PaymentKind;

  @Field(() => Int, { description: 'How much, in cents.' })
  cents: number;
}
