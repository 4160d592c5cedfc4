import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column } from 'typeorm';
import { type HelperKind, type MediationTheme } from '#events';
import { GraphQLVocabulary, LocalDateScalar } from '#runtime';

/** What helpers are trained in before they meet people. */
export const HelperTraining = {
  WELCOMING: 'WELCOMING',
  MEDIATION: 'MEDIATION',
  DATA_PROTECTION: 'DATA_PROTECTION',
  EQUIPMENT: 'EQUIPMENT',
} as const;
export type HelperTraining = keyof typeof HelperTraining;
registerEnumType(HelperTraining, {
  name: 'HelperTraining',
  description: 'What helpers are trained in: welcoming people, digital mediation, data protection, equipment.',
});

/** What a member brings as a helper. A part of the member's record: it is theirs alone, and goes with it. */
@ObjectType({ isAbstract: true })
export abstract class HelperProfile {
  @Column('text', { nullable: true })
  @Field(() => GraphQLVocabulary.HelperKind, {
    nullable: true,
    description: 'By what tie they help; null = they do not.',
  })
  helperKind: HelperKind | null;

  @Column('text', { array: true })
  @Field(() => [GraphQLVocabulary.MediationTheme], { description: 'With what they can help.' })
  skills: MediationTheme[];

  @Column('text', { array: true })
  @Field(() => [String], { description: 'Languages they speak, ISO 639 codes.' })
  languages: string[];

  @Column('text', { array: true })
  @Field(() => [HelperTraining], { description: 'Training they followed.' })
  trainings: HelperTraining[];

  @Column('date', { nullable: true })
  @Field(() => LocalDateScalar, { nullable: true, description: 'Day they signed the charter.' })
  charterSignedOn: string | null;

  @Column('date', { nullable: true })
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day of their mission.' })
  missionEndsOn: string | null;
}

/** Of a member who does not help, or of whom nobody said so yet. */
export const NO_HELPER = {
  helperKind: null,
  skills: [],
  languages: [],
  trainings: [],
  charterSignedOn: null,
  missionEndsOn: null,
} satisfies HelperProfile;
