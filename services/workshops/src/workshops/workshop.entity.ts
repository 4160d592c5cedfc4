import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { optionalText, requireText } from '#errors';
import {
  type Fact,
  happened,
  type MediationTheme,
  WorkshopCreated,
  type WorkshopKind,
  type WorkshopLevel,
  WorkshopRevised,
} from '#events';
import { GraphQLVocabulary, Uuid } from '#runtime';
import { BAD_LINK, NO_THEME, WORKSHOP_MINUTES } from './workshop.refusals.js';

/** What somebody writes to describe a workshop. */
export interface WorkshopDescription {
  title: string;
  summary?: string | null | undefined;
  level: WorkshopLevel;
  themes: MediationTheme[];
  minutes: number;
  resourceTitle?: string | null | undefined;
  resourceUrl?: string | null | undefined;
  /** Left out: a course when it is created, as it was when it is revised. */
  kind?: WorkshopKind | null | undefined;
}

@Entity()
@ObjectType({ description: 'A workshop that sessions are planned of.' })
export class Workshop {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the workshop.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('text')
  @Field(() => String, { description: 'What it is called on the poster, up to 120 characters.' })
  title: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What people will learn, up to 1 000 characters.' })
  summary: string | null;

  @Column('text')
  @Field(() => GraphQLVocabulary.WorkshopLevel, { description: 'For whom it is meant.' })
  level: WorkshopLevel;

  @Column('text')
  @Field(() => GraphQLVocabulary.WorkshopKind, { description: 'A course, or a discovery of one session.' })
  kind: WorkshopKind;

  @Column('text', { array: true })
  @Field(() => [GraphQLVocabulary.MediationTheme], { description: 'What it is about, at least one theme.' })
  themes: MediationTheme[];

  @Column('int')
  @Field(() => Int, { description: 'Usual length of a session, in minutes.' })
  minutes: number;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Name of the teaching resource.' })
  resourceTitle: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Address of the teaching resource (https).' })
  resourceUrl: string | null;

  @Column('boolean')
  retired: boolean;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  /** Refuses `TEXT_LENGTH`, `NO_THEME`, `WORKSHOP_MINUTES`, `BAD_LINK`. */
  static create(
    id: string,
    branch: string,
    description: WorkshopDescription,
    now: Date,
  ): { workshop: Workshop; events: Fact[] } {
    const workshop = Object.assign(
      new Workshop(),
      { id, branch, retired: false, createdAt: now },
      checked(description, 'COURSE'),
    );
    const events = [happened(WorkshopCreated, { branch, at: now, data: { workshopId: id, after: workshop.facts() } })];
    return { workshop, events };
  }

  /** Sessions already planned keep the level and themes they have. Refuses like `create`. */
  revise(description: WorkshopDescription, now: Date): Fact[] {
    const before = this.facts();
    Object.assign(this, checked(description, this.kind));
    return [
      happened(WorkshopRevised, {
        branch: this.branch,
        at: now,
        data: { workshopId: this.id, before, after: this.facts() },
      }),
    ];
  }

  private facts() {
    return { level: this.level, themes: this.themes, hasResource: this.resourceUrl !== null, kind: this.kind };
  }
}

function checked(description: WorkshopDescription, usualKind: WorkshopKind) {
  if (description.themes.length === 0) throw NO_THEME({}, 'input.themes');
  if (description.minutes < 15 || description.minutes > 480) throw WORKSHOP_MINUTES({}, 'input.minutes');
  return {
    title: requireText(description.title, 'input.title', { max: 120 }),
    summary: optionalText(description.summary, 'input.summary', { max: 1_000 }),
    level: description.level,
    kind: description.kind ?? usualKind,
    themes: [...new Set(description.themes)],
    minutes: description.minutes,
    resourceTitle: optionalText(description.resourceTitle, 'input.resourceTitle', { max: 120 }),
    resourceUrl: httpsOrNull(description.resourceUrl, 'input.resourceUrl'),
  };
}

/** An address that begins with https; null for none. Refuses `BAD_LINK`, `TEXT_LENGTH`. */
export function httpsOrNull(address: string | null | undefined, field: string): string | null {
  const text = optionalText(address, field, { max: 500 });
  if (text === null) return null;
  if (!URL.canParse(text) || new URL(text).protocol !== 'https:') throw BAD_LINK({}, field);
  return text;
}
