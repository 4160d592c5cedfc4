import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Ids } from '#persistence';
import { LocalDateScalar, Uuid } from '#runtime';
import { ChangeSupportJourney, SupportJourneyNamed } from '../change-support-journey.js';
import { type GoalInput, StepOwner } from '../plan.js';
import { SupportJourney } from '../support-journey.entity.js';

@InputType({ description: 'A step of a plan.' })
export class SupportStepInput {
  @Field(() => Uuid, { nullable: true, description: 'The step, when it is there already.' })
  id?: string | null;

  @Field(() => String, { description: 'What is to be done, 1–200 characters.' })
  title: string;

  @Field(() => StepOwner, { description: 'Who does it.' })
  owner: StepOwner;

  @Field(() => LocalDateScalar, { description: 'Day by which it is to be done.' })
  dueOn: string;
}

@InputType({ description: 'A goal of a plan.' })
export class SupportGoalInput implements GoalInput {
  @Field(() => Uuid, { nullable: true, description: 'The goal, when it is there already.' })
  id?: string | null;

  @Field(() => String, { description: 'The goal, 1–200 characters.' })
  title: string;

  @Field(() => [SupportStepInput], { description: 'Its steps in order, ten at most.' })
  steps: SupportStepInput[];
}

@InputType({ description: 'Goals and steps, written anew.' })
export class PlanSupportJourneyInput extends SupportJourneyNamed {
  @Field(() => [SupportGoalInput], { description: 'Goals in order, ten at most.' })
  goals: SupportGoalInput[];
}

@Resolver()
export class PlanSupportJourneyResolver {
  constructor(
    private readonly changeSupportJourney: ChangeSupportJourney,
    private readonly ids: Ids,
  ) {}

  @Mutation(() => SupportJourney, {
    name: 'planSupportJourney',
    description:
      'Writes goals and steps anew: what has an id stays, what has none is new, what is left out goes. Refuses NOT_FOUND, CHANGED_MEANWHILE, BENEFICIARY_VOIDED, BENEFICIARY_ERASED, BENEFICIARY_RESTRICTED, SUPPORT_ENDED, PLAN_SIZE, STEP_DUE, STEP_DONE, STEP_UNKNOWN, TEXT_LENGTH, SENSITIVE_TEXT.',
  })
  @Allow(Permission.FollowPeople)
  change(@Args('input') input: PlanSupportJourneyInput, @CurrentActor() actor: Actor): Promise<SupportJourney> {
    return this.changeSupportJourney.execute(input, actor, 'plan-support-journey', ({ record: journey, moment }) => {
      journey.plan(input.goals, () => this.ids.next(), moment);
      return [];
    });
  }
}
