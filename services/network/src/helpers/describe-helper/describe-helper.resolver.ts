import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { HelperKind, MediationTheme } from '#events';
import { GraphQLVocabulary, LocalDateScalar, Uuid } from '#runtime';
import { Member } from '../../members/member.entity.js';
import { HelperTraining } from '../helper-profile.js';
import { DescribeHelper } from './describe-helper.js';

@InputType({ description: 'What a member brings as a helper.' })
export class DescribeHelperInput {
  @Field(() => Uuid, { description: 'The member.' })
  id: string;

  @Field(() => GraphQLVocabulary.HelperKind, { description: 'By what tie.' })
  kind: HelperKind;

  @Field(() => [GraphQLVocabulary.MediationTheme], { defaultValue: [], description: 'With what they can help.' })
  skills: MediationTheme[];

  @Field(() => [String], { defaultValue: [], description: 'Languages they speak, ISO 639 codes.' })
  languages: string[];

  @Field(() => [HelperTraining], { defaultValue: [], description: 'Training they followed.' })
  trainings: HelperTraining[];

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day they signed the charter.' })
  charterSignedOn?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day of their mission.' })
  missionEndsOn?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when somebody changed it since.' })
  expectedVersion?: number | null;
}

@Resolver()
export class DescribeHelperResolver {
  constructor(private readonly describeHelper: DescribeHelper) {}

  @Mutation(() => Member, {
    name: 'describeHelper',
    description:
      'Says what a member brings as a helper. Refuses NOT_FOUND, MEMBER_WITHDRAWN, LANGUAGES, MISSION_BEFORE_CHARTER, CHANGED_MEANWHILE.',
  })
  @Allow(Permission.EditMembers)
  describe(@Args('input') input: DescribeHelperInput, @CurrentActor() actor: Actor): Promise<Member> {
    return this.describeHelper.execute(input, actor);
  }
}
