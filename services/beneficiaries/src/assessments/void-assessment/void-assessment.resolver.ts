import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Assessment } from '../assessment.entity.js';
import { VoidAssessment } from './void-assessment.js';

@InputType({ description: 'An assessment to take back.' })
export class VoidAssessmentInput {
  @Field(() => Uuid, { description: 'The assessment noted by mistake.' })
  id: string;

  @Field(() => String, { description: 'Why, 3–500 characters.' })
  reason: string;
}

@Resolver()
export class VoidAssessmentResolver {
  constructor(private readonly voidAssessment: VoidAssessment) {}

  @Mutation(() => Assessment, {
    name: 'voidAssessment',
    description:
      'Takes back an assessment noted by mistake; figures follow. Refuses REASON_REQUIRED, NOT_FOUND, ASSESSMENT_VOIDED, ASSESSMENT_FOLLOWED, BENEFICIARY_VOIDED, BENEFICIARY_ERASED, BENEFICIARY_RESTRICTED.',
  })
  @Allow(Permission.FollowPeople)
  void(@Args('input') input: VoidAssessmentInput, @CurrentActor() actor: Actor): Promise<Assessment> {
    return this.voidAssessment.execute(input, actor);
  }
}
