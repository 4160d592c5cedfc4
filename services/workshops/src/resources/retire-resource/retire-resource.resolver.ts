import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Resource } from '../resource.entity.js';
import { RetireResource } from './retire-resource.js';

@InputType({ description: 'A resource that is not to be used any more.' })
export class RetireResourceInput {
  @Field(() => Uuid, { description: 'The resource.' })
  resourceId: string;
}

@Resolver()
export class RetireResourceResolver {
  constructor(private readonly retireResource: RetireResource) {}

  @Mutation(() => Resource, {
    name: 'retireResource',
    description:
      'Takes a resource out of the library and out of every kit; past sessions keep it. Refuses RESOURCE_RETIRED, NOT_FOUND.',
  })
  @Allow(Permission.PlanSessions)
  retire(@Args('input') input: RetireResourceInput, @CurrentActor() actor: Actor): Promise<Resource> {
    return this.retireResource.execute(input, actor);
  }
}
