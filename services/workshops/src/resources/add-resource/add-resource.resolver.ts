import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { MediationTheme, WorkshopLevel } from '#events';
import { GraphQLVocabulary, LocalDateScalar, Uuid } from '#runtime';
import { Resource } from '../resource.entity.js';
import { AddResource } from './add-resource.js';

@InputType({ description: 'A resource for the library, with a file or an address.' })
export class AddResourceInput {
  @Field(() => String, { nullable: true, description: 'Branch it belongs to; yours when you have one only.' })
  branch?: string | null;

  @Field(() => String, { description: 'What it is called, up to 120 characters.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'What it is good for, up to 1 000 characters.' })
  summary?: string | null;

  @Field(() => GraphQLVocabulary.WorkshopLevel, { description: 'For whom it is meant.' })
  level: WorkshopLevel;

  @Field(() => [GraphQLVocabulary.MediationTheme], { description: 'At least one theme.' })
  themes: MediationTheme[];

  @Field(() => String, { nullable: true, description: 'Language it is written in, ISO 639 code; French unless told.' })
  language?: string | null;

  @Field(() => Int, { description: 'How long it takes, 1–480 minutes.' })
  minutes: number;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When somebody should look whether it still holds.' })
  reviewOn?: string | null;

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
