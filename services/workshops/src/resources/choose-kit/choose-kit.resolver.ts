import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Workshop } from '../../workshops/workshop.entity.js';
import { ChooseKit } from './choose-kit.js';

@InputType({ description: 'What a workshop is taught with.' })
export class ChooseKitInput {
  @Field(() => Uuid, { description: 'The workshop.' })
  workshopId: string;

  @Field(() => [Uuid], {
    description: 'Resources of its branch in the order of use, at most 20; none empties the kit.',
  })
  resourceIds: string[];
}

@Resolver()
export class ChooseKitResolver {
  constructor(private readonly chooseKit: ChooseKit) {}

  @Mutation(() => Workshop, {
    name: 'chooseKit',
    description:
      'Says what a workshop is taught with; sessions already held keep what they used. Refuses KIT_SIZE, NOT_FOUND.',
  })
  @Allow(Permission.PlanSessions)
  choose(@Args('input') input: ChooseKitInput, @CurrentActor() actor: Actor): Promise<Workshop> {
    return this.chooseKit.execute(input, actor);
  }
}
