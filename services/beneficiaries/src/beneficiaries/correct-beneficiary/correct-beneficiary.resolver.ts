import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { AgeBand, Gender, OrientationSource, SocialStatus } from '#events';
import { GraphQLVocabulary, LocalDateScalar, Uuid } from '#runtime';
import { Beneficiary } from '../beneficiary.entity.js';
import { CorrectBeneficiary } from './correct-beneficiary.js';

@InputType({ description: 'What was noted by mistake, and how it is; a field left out stays as it is.' })
export class CorrectBeneficiaryInput {
  @Field(() => Uuid, { description: 'The person.' })
  id: string;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when it is not the current one.' })
  expectedVersion?: number | null;

  @Field(() => String, { description: 'Why it is corrected, 3–500 characters.' })
  reason: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'A day on which the wrong situation held; today unless said.',
  })
  asOf?: string | null;

  @Field(() => GraphQLVocabulary.Gender, { nullable: true, description: 'Gender as it should have been.' })
  gender?: Gender | null;

  @Field(() => GraphQLVocabulary.SocialStatus, { nullable: true, description: 'Occupation as it should have been.' })
  socialStatus?: SocialStatus | null;

  @Field(() => String, { nullable: true, description: 'INSEE code of the right commune; null = not stated.' })
  communeCode?: string | null;

  @Field(() => Int, { nullable: true, description: 'The right birth year; null = not stated.' })
  birthYear?: number | null;

  @Field(() => GraphQLVocabulary.AgeBand, { nullable: true, description: 'The right age band, without a birth year.' })
  ageBand?: AgeBand | null;

  @Field(() => GraphQLVocabulary.OrientationSource, { nullable: true, description: 'Who really sent the person.' })
  orientationSource?: OrientationSource | null;

  @Field(() => Uuid, { nullable: true, description: 'Organisation that really sent the person; null = none.' })
  organisationId?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The right day of enrolment.' })
  occurredOn?: string | null;
}

@Resolver()
export class CorrectBeneficiaryResolver {
  constructor(private readonly correctBeneficiary: CorrectBeneficiary) {}

  @Mutation(() => Beneficiary, {
    name: 'correctBeneficiary',
    description:
      'Mends a mistake in a person’s classes, in the past too; figures follow. Refuses REASON_REQUIRED, NOT_FOUND, CHANGED_MEANWHILE, BIRTH_YEAR, BIRTH_YEAR_AND_BAND, COMMUNE_UNKNOWN, ENROLMENT_DAY, NOTHING_CHANGES, NOT_YET_KNOWN, BENEFICIARY_VOIDED.',
  })
  @Allow(Permission.EditBeneficiaries)
  correct(@Args('input') input: CorrectBeneficiaryInput, @CurrentActor() actor: Actor): Promise<Beneficiary> {
    // Null clears what may be unknown; elsewhere it means the same as leaving the field out.
    const { gender, socialStatus, orientationSource, occurredOn, asOf, ...rest } = input;
    return this.correctBeneficiary.execute(
      {
        ...rest,
        ...(gender && { gender }),
        ...(socialStatus && { socialStatus }),
        ...(orientationSource && { orientationSource }),
        ...(occurredOn && { occurredOn }),
        ...(asOf && { asOf }),
      },
      actor,
    );
  }
}
