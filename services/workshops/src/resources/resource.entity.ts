import { Directive, Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { optionalText, requireText } from '#errors';
import type { MediationTheme, WorkshopLevel } from '#events';
import { GraphQLVocabulary, LocalDateScalar, Uuid } from '#runtime';
import { NO_THEME } from '../workshops/workshop.refusals.js';
import { RESOURCE_LANGUAGE, RESOURCE_MINUTES, RESOURCE_RETIRED } from './resource.refusals.js';

/** What somebody writes to describe a resource. */
export interface ResourceDescription {
  title: string;
  summary?: string | null | undefined;
  level: WorkshopLevel;
  themes: MediationTheme[];
  language?: string | null | undefined;
  minutes: number;
  reviewOn?: string | null | undefined;
}

@Entity()
@ObjectType({
  description: 'Something to teach with: an exercise, a sheet, a film. What it consists of are its versions.',
})
@Directive('@key(fields: "id")')
export class Resource {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the resource.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('text')
  @Field(() => String, { description: 'What it is called, up to 120 characters.' })
  title: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What it is good for, up to 1 000 characters.' })
  summary: string | null;

  @Column('text')
  @Field(() => GraphQLVocabulary.WorkshopLevel, { description: 'For whom it is meant.' })
  level: WorkshopLevel;

  @Column('text', { array: true })
  @Field(() => [GraphQLVocabulary.MediationTheme], { description: 'What it is about, at least one theme.' })
  themes: MediationTheme[];

  @Column('text')
  @Field(() => String, { description: 'Language it is written in, ISO 639 code.' })
  language: string;

  @Column('int')
  @Field(() => Int, { description: 'How long it takes, in minutes.' })
  minutes: number;

  @Column('date', { nullable: true })
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day on which somebody should look whether it still holds.',
  })
  reviewOn: string | null;

  @Column('boolean')
  @Field(() => Boolean, { description: 'True once it was taken out of the library; past sessions keep it.' })
  retired: boolean;

  @Column('int')
  @Field(() => Int, { description: 'Version of the record, to send back as `expectedVersion`.' })
  version: number;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  /** Refuses `TEXT_LENGTH`, `NO_THEME`, `RESOURCE_LANGUAGE`, `RESOURCE_MINUTES`. */
  static add(id: string, branch: string, description: ResourceDescription, now: Date): Resource {
    return Object.assign(
      new Resource(),
      { id, branch, retired: false, version: 1, createdAt: now },
      checked(description),
    );
  }

  /** Refuses `RESOURCE_RETIRED` and what `add` refuses. */
  revise(description: ResourceDescription): void {
    this.requireKept();
    Object.assign(this, checked(description), { version: this.version + 1 });
  }

  /** Refuses `RESOURCE_RETIRED`. */
  retire(): void {
    this.requireKept();
    Object.assign(this, { retired: true, version: this.version + 1 });
  }

  /** Refuses `RESOURCE_RETIRED`. */
  requireKept(): void {
    if (this.retired) throw RESOURCE_RETIRED({});
  }
}

function checked(description: ResourceDescription) {
  const { minutes, themes, reviewOn = null } = description;
  if (themes.length === 0) throw NO_THEME({}, 'input.themes');
  if (minutes < 1 || minutes > 480) throw RESOURCE_MINUTES({}, 'input.minutes');
  const language = (description.language ?? 'fr').trim().toLowerCase();
  if (!/^[a-z]{2,3}$/.test(language)) throw RESOURCE_LANGUAGE({}, 'input.language');
  return {
    title: requireText(description.title, 'input.title', { max: 120 }),
    summary: optionalText(description.summary, 'input.summary', { max: 1_000 }),
    level: description.level,
    themes: [...new Set(themes)],
    ...{ language, minutes, reviewOn },
  };
}
