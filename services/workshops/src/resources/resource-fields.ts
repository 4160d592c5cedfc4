import { Field, InputType, Int } from '@nestjs/graphql';
import type { MediationTheme, WorkshopLevel } from '#events';
import { GraphQLVocabulary, LocalDateScalar } from '#runtime';
import type { ResourceDescription } from './resource.entity.js';

/** What is typed of a resource, whether it is added or described anew. */
@InputType({ isAbstract: true })
export class ResourceFields implements ResourceDescription {
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
}
