import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { MediationTheme, WorkshopLevel } from '#events';
import { GraphQLVocabulary, LocalDateScalar, Uuid } from '#runtime';
import { Resource } from '../resource.entity.js';
import { ReviseResource } from './revise-resource.js';

@InputType({ description: 'A resource as it shall be described.' })
export class ReviseResourceInput {
  @Field(() => Uuid, { description: 'The resource.' })
  resourceId: string;

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

  @Field(() => LocalDateScalar, { nullable: true, description: 'When somebody should look again; null = never.' })
  reviewOn?: string | null;

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
