import { Field, InputType, Int } from '@nestjs/graphql';
import type {
  AdministrativeTheme,
  AgeBand,
  AutonomyLevel,
  DeviceUsed,
  Gender,
  MediationTheme,
  RedirectionTarget,
  SocialStatus,
} from '#events';
import { GraphQLVocabulary, Uuid } from '#runtime';

@InputType({ description: 'What happened in an act.' })
export class ActInput {
  @Field(() => Int, { description: 'Length, 1–1 439 minutes.' })
  minutes: number;

  @Field(() => [GraphQLVocabulary.MediationTheme], { description: 'At least one theme.' })
  themes: MediationTheme[];

  @Field(() => [GraphQLVocabulary.AdministrativeTheme], {
    nullable: true,
    description: 'Only with the theme ADMINISTRATIVE_HELP.',
  })
  administrativeThemes?: AdministrativeTheme[] | null;

  @Field(() => [GraphQLVocabulary.DeviceUsed], { nullable: true, description: 'Devices used.' })
  devicesUsed?: DeviceUsed[] | null;

  @Field(() => GraphQLVocabulary.AutonomyLevel, { nullable: true, description: 'How far the person did it alone.' })
  autonomy?: AutonomyLevel | null;

  @Field(() => GraphQLVocabulary.RedirectionTarget, { nullable: true, description: 'Where the person was sent on.' })
  redirection?: RedirectionTarget | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The person, when known; their classes are then stamped from their record.',
  })
  beneficiaryId?: string | null;

  @Field(() => Uuid, { nullable: true, description: 'Where it took place.' })
  placeId?: string | null;

  @Field(() => GraphQLVocabulary.Gender, { nullable: true, description: 'Of an anonymous person.' })
  gender?: Gender | null;

  @Field(() => GraphQLVocabulary.AgeBand, { nullable: true, description: 'Of an anonymous person.' })
  ageBand?: AgeBand | null;

  @Field(() => GraphQLVocabulary.SocialStatus, { nullable: true, description: 'Of an anonymous person.' })
  socialStatus?: SocialStatus | null;
}

/** The input with what was left out made explicit. */
export function describeAct(input: ActInput) {
  return {
    minutes: input.minutes,
    themes: input.themes,
    administrativeThemes: input.administrativeThemes ?? [],
    devicesUsed: input.devicesUsed ?? [],
    autonomy: input.autonomy ?? null,
    redirection: input.redirection ?? null,
    beneficiaryId: input.beneficiaryId ?? null,
    placeId: input.placeId ?? null,
    stated: {
      gender: input.gender ?? ('NOT_STATED' as const),
      ageBand: input.ageBand ?? ('NOT_STATED' as const),
      socialStatus: input.socialStatus ?? ('NOT_STATED' as const),
      communeCode: null,
    },
  };
}
