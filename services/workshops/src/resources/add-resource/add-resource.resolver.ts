import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Resource } from '../resource.entity.js';
import { ResourceFields } from '../resource-fields.js';
import { AddResource } from './add-resource.js';

@InputType({ description: 'A resource for the library, with a file or an address.' })
export class AddResourceInput extends ResourceFields {
  @Field(() => String, { nullable: true, description: 'Branch it belongs to; yours when you have one only.' })
  branch?: string | null;

  @Field(() => Uuid, { nullable: true, description: 'What `POST /files/resources` answered; a file or an address.' })
  fileId?: string | null;

  @Field(() => String, { nullable: true, description: 'Its address, https only; a file or an address.' })
  url?: string | null;
}

@Resolver()
export class AddResourceResolver {
  constructor(private readonly addResource: AddResource) {}

  @Mutation(() => Resource, {
    name: 'addResource',
    description:
      'Puts a resource into a branch’s library. Refuses TEXT_LENGTH, NO_THEME, RESOURCE_LANGUAGE, RESOURCE_MINUTES, RESOURCE_SOURCE, BAD_LINK, RESOURCE_FILE_GONE.',
  })
  @Allow(Permission.PlanSessions)
  add(@Args('input') input: AddResourceInput, @CurrentActor() actor: Actor): Promise<Resource> {
    return this.addResource.execute(input, actor);
  }
}
