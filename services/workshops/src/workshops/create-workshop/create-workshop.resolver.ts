import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { MediationTheme, WorkshopKind, WorkshopLevel } from '#events';
import { GraphQLVocabulary } from '#runtime';
import { Workshop } from '../workshop.entity.js';
import { CreateWorkshop } from './create-workshop.js';

@InputType({ description: 'A workshop to create.' })
export class CreateWorkshopInput {
  @Field(() => String, { nullable: true, description: 'Branch it belongs to; yours when you have one only.' })
  branch?: string | null;

  @Field(() => String, { description: 'What it is called on the poster, up to 120 characters.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'What people will learn, up to 1 000 characters.' })
  summary?: string | null;

  @Field(() => GraphQLVocabulary.WorkshopLevel, { description: 'For whom it is meant.' })
  level: WorkshopLevel;

  @Field(() => GraphQLVocabulary.WorkshopKind, {
    nullable: true,
    description: 'A course, or a discovery of one session. A course unless told.',
  })
  kind?: WorkshopKind | null;

  @Field(() => [GraphQLVocabulary.MediationTheme], { description: 'At least one theme.' })
  themes: MediationTheme[];

  @Field(() => Int, { description: 'Usual length of a session, 15–480 minutes.' })
  minutes: number;

  @Field(() => String, { nullable: true, description: 'Name of the teaching resource.' })
  resourceTitle?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the teaching resource, https only.' })
  resourceUrl?: string | null;
}

@Resolver()
export class CreateWorkshopResolver {
  constructor(private readonly createWorkshop: CreateWorkshop) {}

  @Mutation(() => Workshop, {
    name: 'createWorkshop',
    description: 'Creates a workshop of a branch. Refuses TEXT_LENGTH, NO_THEME, WORKSHOP_MINUTES, BAD_LINK.',
  })
  @Allow(Permission.PlanSessions)
  create(@Args('input') input: CreateWorkshopInput, @CurrentActor() actor: Actor): Promise<Workshop> {
    return this.createWorkshop.execute(input, actor);
  }
}
