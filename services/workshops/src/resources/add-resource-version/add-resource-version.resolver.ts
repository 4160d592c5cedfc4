import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { LocalDateScalar, Uuid } from '#runtime';
import { Resource } from '../resource.entity.js';
import { AddResourceVersion } from './add-resource-version.js';

@InputType({ description: 'A newer version of a resource: a file or an address.' })
export class AddResourceVersionInput {
  @Field(() => Uuid, { description: 'The resource.' })
  resourceId: string;

  @Field(() => Uuid, { nullable: true, description: 'What `POST /files/resources` answered; a file or an address.' })
  fileId?: string | null;

  @Field(() => String, { nullable: true, description: 'Its address, https only; a file or an address.' })
  url?: string | null;

  @Field(() => String, { nullable: true, description: 'What is new in it, up to 300 characters.' })
  note?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of the next review; left out, it stays.' })
  reviewOn?: string | null;
}

@Resolver()
export class AddResourceVersionResolver {
  constructor(private readonly addResourceVersion: AddResourceVersion) {}

  @Mutation(() => Resource, {
    name: 'addResourceVersion',
    description:
      'Gives a resource a newer version; sessions already held keep the one they used. Refuses RESOURCE_SOURCE, BAD_LINK, RESOURCE_FILE_GONE, RESOURCE_RETIRED, TEXT_LENGTH, NOT_FOUND.',
  })
  @Allow(Permission.PlanSessions)
  add(@Args('input') input: AddResourceVersionInput, @CurrentActor() actor: Actor): Promise<Resource> {
    return this.addResourceVersion.execute(input, actor);
  }
}
