import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Resource } from '../resource.entity.js';
import { ResourceFields } from '../resource-fields.js';
import { ReviseResource } from './revise-resource.js';

@InputType({ description: 'A resource as it shall be described.' })
export class ReviseResourceInput extends ResourceFields {
  @Field(() => Uuid, { description: 'The resource.' })
  resourceId: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Version read; when it has moved on, CHANGED_MEANWHILE is answered.',
  })
  expectedVersion?: number | null;
}

@Resolver()
export class ReviseResourceResolver {
  constructor(private readonly reviseResource: ReviseResource) {}

  @Mutation(() => Resource, {
    name: 'reviseResource',
    description:
      'Rewrites what is said of a resource. Refuses TEXT_LENGTH, NO_THEME, RESOURCE_LANGUAGE, RESOURCE_MINUTES, RESOURCE_RETIRED, CHANGED_MEANWHILE, NOT_FOUND.',
  })
  @Allow(Permission.PlanSessions)
  revise(@Args('input') input: ReviseResourceInput, @CurrentActor() actor: Actor): Promise<Resource> {
    return this.reviseResource.execute(input, actor);
  }
}
