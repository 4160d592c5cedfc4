import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { MediationTheme, WorkshopKind, WorkshopLevel } from '#events';
import { GraphQLVocabulary, Uuid } from '#runtime';
import { Workshop } from '../workshop.entity.js';
import { ReviseWorkshop } from './revise-workshop.js';

@InputType({ description: 'A workshop as it shall be described.' })
export class ReviseWorkshopInput {
  @Field(() => Uuid, { description: 'The workshop.' })
  workshopId: string;

  @Field(() => String, { description: 'What it is called on the poster, up to 120 characters.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'What people will learn, up to 1 000 characters.' })
  summary?: string | null;

  @Field(() => GraphQLVocabulary.WorkshopLevel, { description: 'For whom it is meant.' })
  level: WorkshopLevel;

  @Field(() => GraphQLVocabulary.WorkshopKind, {
    nullable: true,
    description: 'A course, or a discovery of one session. Left out, it stays.',
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

  @Field(() => Int, {
    nullable: true,
    description: 'Version read; when it has moved on, CHANGED_MEANWHILE is answered.',
  })
  expectedVersion?: number | null;
}

@Resolver()
export class ReviseWorkshopResolver {
  constructor(private readonly reviseWorkshop: ReviseWorkshop) {}

  @Mutation(() => Workshop, {
    name: 'reviseWorkshop',
    description: 'Rewrites a workshop. Refuses what createWorkshop refuses, CHANGED_MEANWHILE, NOT_FOUND.',
  })
  @Allow(Permission.PlanSessions)
  revise(@Args('input') input: ReviseWorkshopInput, @CurrentActor() actor: Actor): Promise<Workshop> {
    return this.reviseWorkshop.execute(input, actor);
  }
}
