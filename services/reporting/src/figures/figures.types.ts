import { Field, Float, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { AgeBand, Gender, MediationTheme, SocialStatus, Solution } from '#events';
import { DateTime, GraphQLVocabulary, LocalDateScalar } from '#runtime';
import { BranchReference } from '../references.js';
import { Dimension, INDICATORS, type IndicatorCode } from './indicators.js';
import { RATES, type RateCode } from './rates.js';
import type { Filters, Period, View } from './view.js';

const codes = Object.fromEntries(
  [...Object.keys(INDICATORS), 'UNIQUE_PEOPLE', 'ACTIVE_HELPERS', ...Object.keys(RATES)].map((code) => [code, code]),
);
/** Every figure by its code. */
export const FigureEnum = codes as { readonly [C in IndicatorCode | 'UNIQUE_PEOPLE' | 'ACTIVE_HELPERS' | RateCode]: C };
export type FigureEnum = keyof typeof FigureEnum;
registerEnumType(FigureEnum, { name: 'FigureCode', description: 'A figure; `indicators` defines each.' });

/** Dimensions by name. */
export const DimensionEnum = Object.fromEntries(Object.keys(Dimension).map((name) => [name, name])) as {
  readonly [D in Dimension]: D;
};
registerEnumType(DimensionEnum, { name: 'Dimension', description: 'What a breakdown is by.' });

export const Grain = { DAY: 'DAY', MONTH: 'MONTH' } as const;
export type Grain = keyof typeof Grain;
registerEnumType(Grain, { name: 'Grain', description: 'Step of a trend.' });

export const Compare = { NONE: 'NONE', PREVIOUS: 'PREVIOUS', YEAR: 'YEAR' } as const;
export type Compare = keyof typeof Compare;
registerEnumType(Compare, {
  name: 'Compare',
  description: 'NONE, PREVIOUS: the period just before, like for like; YEAR: the same days a year before.',
});

export const Unit = { COUNT: 'COUNT', CENTS: 'CENTS', MINUTES: 'MINUTES', RATE: 'RATE', DAYS: 'DAYS' } as const;
export type Unit = keyof typeof Unit;
registerEnumType(Unit, {
  name: 'FigureUnit',
  description: 'COUNT, CENTS of a euro, MINUTES, RATE from 0 to 1, or a mean number of DAYS.',
});

export const FigureKnowledge = { LIVE: 'LIVE', PROVISIONAL: 'PROVISIONAL', FINAL: 'FINAL' } as const;
export type FigureKnowledge = keyof typeof FigureKnowledge;
registerEnumType(FigureKnowledge, {
  name: 'FigureKnowledge',
  description:
    'LIVE: as known now. Of a past instant, PROVISIONAL: something recorded by then may still come in. FINAL: the same for ever.',
});

@InputType({ description: 'What to look at. Within a list any value matches; between lists all must.' })
export class FiguresInput implements Period, Filters {
  @Field(() => LocalDateScalar, { description: 'First day.' })
  from: string;

  @Field(() => LocalDateScalar, { description: 'Last day, included.' })
  to: string;

  @Field(() => Compare, { nullable: true, description: 'What to compare with; nothing when left out.' })
  compare?: Compare | null;

  @Field(() => [String], { nullable: true, description: 'Branch codes; all within your reach when left out.' })
  branches?: string[] | null;

  @Field(() => [GraphQLVocabulary.Solution], { nullable: true, description: 'Only these solutions.' })
  solutions?: Solution[] | null;

  @Field(() => [GraphQLVocabulary.MediationTheme], {
    nullable: true,
    description: 'Only acts about any of these themes.',
  })
  themes?: MediationTheme[] | null;

  @Field(() => [GraphQLVocabulary.Gender], { nullable: true, description: 'Only these genders.' })
  genders?: Gender[] | null;

  @Field(() => [GraphQLVocabulary.AgeBand], {
    nullable: true,
    description: 'Only these age bands, on the day of the act.',
  })
  ageBands?: AgeBand[] | null;

  @Field(() => [GraphQLVocabulary.SocialStatus], { nullable: true, description: 'Only these statuses.' })
  socialStatuses?: SocialStatus[] | null;

  @Field(() => [String], { nullable: true, description: 'Only people of these communes, INSEE codes.' })
  communes?: string[] | null;

  @Field(() => DateTime, { nullable: true, description: 'As known at that instant; now when left out.' })
  asOf?: Date | null;
}

@ObjectType({ description: 'Figures of one view: a period, branches, filters.' })
export class Figures implements View {
  @Field(() => LocalDateScalar, { description: 'First day.' })
  from: string;

  @Field(() => LocalDateScalar, { description: 'Last day, included.' })
  to: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day of the period compared with.' })
  comparedFrom: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day of the period compared with.' })
  comparedTo: string | null;

  @Field(() => [String], { nullable: true, description: 'Branches looked at; null = the whole network.' })
  branchCodes: string[] | null;

  @Field(() => DateTime, { nullable: true, description: 'As known at that instant; null = now.' })
  asOf: Date | null;

  branches: readonly string[] | null;
  filters: Filters;
  compared: Period | null;
}

@ObjectType({ description: 'One value and what it is compared with.' })
export class Figure {
  @Field(() => FigureEnum, { description: 'Which figure.' })
  code: FigureEnum;

  @Field(() => Unit, { description: 'What the number counts.' })
  unit: Unit;

  @Field(() => Float, { nullable: true, description: 'The value; null = a rate without a base.' })
  value: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The value over the period compared with; null without comparison.',
  })
  previous: number | null;
}

@ObjectType({ description: 'A step of a trend.' })
export class TrendPoint {
  @Field(() => LocalDateScalar, { description: 'First day of the step.' })
  start: string;

  @Field(() => Float, { description: 'The value of the step.' })
  value: number;
}

@ObjectType({ description: 'A row of a breakdown.' })
export class BreakdownRow {
  @Field(() => String, {
    description:
      'A value of the vocabulary; an INSEE code; a place’s id; `COMPUTER/B` or `SIM_CARD` for equipment; `EXCLUDED/ADVANCED` for a change of profile; `SOCIAL_AID/HELPED` for a redirection, `SOCIAL_AID` alone while nothing is known of it.',
  })
  member: string;

  @Field(() => Float, { description: 'Its value.' })
  value: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Its value over the period compared with; null without comparison.',
  })
  previous: number | null;
}

@ObjectType({ description: 'A figure of one branch.' })
export class BranchValue {
  @Field(() => BranchReference, { description: 'The branch.' })
  branch: BranchReference;

  @Field(() => Float, { description: 'Its value.' })
  value: number;
}

@ObjectType({ description: 'What a figure counts.' })
export class IndicatorDefinition {
  @Field(() => FigureEnum, { description: 'The figure.' })
  code: FigureEnum;

  @Field(() => String, { description: 'Its name in French.' })
  labelFr: string;

  @Field(() => String, { description: 'Its name in English.' })
  labelEn: string;

  @Field(() => String, { description: 'What it counts, in French.' })
  definitionFr: string;

  @Field(() => String, { description: 'What it counts, in English.' })
  definitionEn: string;

  @Field(() => [DimensionEnum], { description: 'What it can be broken down by.' })
  dimensions: Dimension[];
}
