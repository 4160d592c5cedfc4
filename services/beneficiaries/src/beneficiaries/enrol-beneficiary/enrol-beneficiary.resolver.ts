import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { AgeBand, BeneficiaryKind, Gender, OrientationSource, SocialStatus } from '#events';
import { GraphQLVocabulary, LocalDateScalar, Uuid } from '#runtime';
import { Beneficiary } from '../beneficiary.entity.js';
import { type EnrolmentInput, FirstNeed } from '../enrolment-input.js';
import { IdentityFields } from '../identity-fields.js';
import { EnrolBeneficiary } from './enrol-beneficiary.js';

@InputType({ description: 'A person to enrol. An anonymous one has neither name nor contact data.' })
export class EnrolBeneficiaryInput extends IdentityFields implements EnrolmentInput {
  @Field(() => String, { nullable: true, description: 'Branch that enrols; yours when you have one only.' })
  branch?: string | null;

  @Field(() => GraphQLVocabulary.BeneficiaryKind, {
    defaultValue: 'TRACKED',
    description: 'Tracked by name, or anonymous for statistics only.',
  })
  kind: BeneficiaryKind;

  @Field(() => Int, { nullable: true, description: 'Year of birth; the age band follows from it.' })
  birthYear?: number | null;

  @Field(() => GraphQLVocabulary.AgeBand, { nullable: true, description: 'Age band, when no birth year is given.' })
  ageBand?: AgeBand | null;

  @Field(() => GraphQLVocabulary.Gender, {
    defaultValue: 'NOT_STATED',
    description: 'Gender as the person states it.',
  })
  gender: Gender;

  @Field(() => GraphQLVocabulary.SocialStatus, {
    defaultValue: 'NOT_STATED',
    description: 'Main occupation as the person states it.',
  })
  socialStatus: SocialStatus;

  @Field(() => String, { nullable: true, description: 'INSEE code of the commune they live in; see `communes`.' })
  communeCode?: string | null;

  @Field(() => GraphQLVocabulary.OrientationSource, { defaultValue: 'SELF', description: 'Who sent the person.' })
  orientationSource: OrientationSource;

  @Field(() => Uuid, { nullable: true, description: 'Organisation that sent the person.' })
  organisationId?: string | null;

  @Field(() => FirstNeed, { nullable: true, description: 'What the person came for first.' })
  firstNeed?: FirstNeed | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day the privacy notice was read out; required for a tracked person.',
  })
  privacyNoticeReadOn?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day of enrolment in the branch’s zone; today unless said.',
  })
  occurredOn?: string | null;
}

@Resolver()
export class EnrolBeneficiaryResolver {
  constructor(private readonly enrolBeneficiary: EnrolBeneficiary) {}

  @Mutation(() => Beneficiary, {
    name: 'enrolBeneficiary',
    description:
      'Enrols a person in a branch. Refuses NAME_REQUIRED, NAME_CHARACTERS, TEXT_LENGTH, BIRTH_YEAR, BIRTH_YEAR_AND_BAND, PHONE, EMAIL, CONTACT_CONTRADICTION, CONTACT_PREFERENCE, LANGUAGE_CODE, COMMUNE_UNKNOWN, PRIVACY_NOTICE_REQUIRED, ENROLMENT_DAY, ANONYMOUS_HAS_NO_IDENTITY, NOT_YET_KNOWN.',
  })
  @Allow(Permission.EnrolBeneficiary)
  enrol(@Args('input') input: EnrolBeneficiaryInput, @CurrentActor() actor: Actor): Promise<Beneficiary> {
    return this.enrolBeneficiary.execute(input, actor);
  }
}
