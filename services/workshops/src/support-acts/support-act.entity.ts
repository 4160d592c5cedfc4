import { Directive, Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  type AdministrativeTheme,
  type AgeBand,
  type AutonomyLevel,
  type DeviceUsed,
  type Fact,
  type Gender,
  happened,
  type MediationTheme,
  type PersonClasses,
  type RedirectionTarget,
  type SocialStatus,
  type Solution,
  SupportActCorrected,
  type SupportActFacts,
  SupportActRecorded,
  SupportActVoided,
} from '#events';
import { DateTime, GraphQLVocabulary, LocalDateScalar, Uuid } from '#runtime';
import {
  ACT_IN_FUTURE,
  ACT_MINUTES,
  ACT_THEMES,
  ACT_TOO_OLD,
  ACT_VOIDED,
  ADMINISTRATIVE_THEME_ALONE,
} from './support-act.refusals.js';

/** What is said of an act when it is recorded or mended. */
export interface ActDescription {
  minutes: number;
  themes: MediationTheme[];
  administrativeThemes: AdministrativeTheme[];
  devicesUsed: DeviceUsed[];
  autonomy: AutonomyLevel | null;
  redirection: RedirectionTarget | null;
  beneficiaryId: string | null;
  placeId: string | null;
}

/** How long ago a passage may be: it is dated by a device, whose clock may be wrong. */
export const OLDEST_DROP_IN_MS = 366 * 86_400_000;

@Entity()
@ObjectType({ description: 'One person helped once: the counting unit of the network.' })
@Directive('@key(fields: "id")')
export class SupportAct {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the act.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('text')
  @Field(() => GraphQLVocabulary.Solution, {
    description: 'COURSE or DROP_IN here; sales are told by the equipment service.',
  })
  solution: Solution;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'When it happened.' })
  occurredAt: Date;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'Day it counts for, in the zone of the branch.' })
  occurredOn: string;

  @Column('int')
  @Field(() => Int, { description: 'Length in minutes.' })
  minutes: number;

  @Column('uuid', { nullable: true })
  beneficiaryId: string | null;

  @Column('uuid', { nullable: true })
  sessionId: string | null;

  @Column('uuid', { nullable: true })
  enrolmentId: string | null;

  @Column('uuid', { nullable: true })
  placeId: string | null;

  @Column('text', { array: true })
  @Field(() => [GraphQLVocabulary.MediationTheme], { description: 'What it was about.' })
  themes: MediationTheme[];

  @Column('text', { array: true })
  @Field(() => [GraphQLVocabulary.AdministrativeTheme], {
    description: 'Administrative fields, with the theme ADMINISTRATIVE_HELP.',
  })
  administrativeThemes: AdministrativeTheme[];

  @Column('text', { array: true })
  @Field(() => [GraphQLVocabulary.DeviceUsed], { description: 'Devices used.' })
  devicesUsed: DeviceUsed[];

  @Column('text', { nullable: true })
  @Field(() => GraphQLVocabulary.AutonomyLevel, { nullable: true, description: 'How far the person did it alone.' })
  autonomy: AutonomyLevel | null;

  @Column('text', { nullable: true })
  @Field(() => GraphQLVocabulary.RedirectionTarget, { nullable: true, description: 'Where the person was sent on.' })
  redirection: RedirectionTarget | null;

  @Column('text')
  @Field(() => GraphQLVocabulary.Gender, { description: 'As stated, or of the person on that day.' })
  gender: Gender;

  @Column('text')
  @Field(() => GraphQLVocabulary.AgeBand, { description: 'As stated, or of the person on that day.' })
  ageBand: AgeBand;

  @Column('text')
  @Field(() => GraphQLVocabulary.SocialStatus, { description: 'As stated, or of the person on that day.' })
  socialStatus: SocialStatus;

  @Column('text', { nullable: true })
  communeCode: string | null;

  @Column('boolean')
  @Field(() => Boolean, { description: 'True when it was taken back; it no longer counts.' })
  voided: boolean;

  @Column('text')
  recordedBy: string;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'When it was written down.' })
  recordedAt: Date;

  /** Refuses `ACT_MINUTES`, `ACT_THEMES`, `ADMINISTRATIVE_THEME_ALONE`, `ACT_IN_FUTURE`, `ACT_TOO_OLD`. */
  static record(
    act: {
      id: string;
      branch: string;
      solution: Solution;
      occurredAt: Date;
      occurredOn: string;
      sessionId?: string;
      enrolmentId?: string;
      by: string;
    },
    description: ActDescription,
    classes: PersonClasses,
    now: Date,
  ): { act: SupportAct; events: Fact[] } {
    if (act.occurredAt.getTime() > now.getTime() + 60_000) throw ACT_IN_FUTURE({}, 'input.occurredAt');
    const oldest = act.solution === 'DROP_IN' ? now.getTime() - OLDEST_DROP_IN_MS : Number.NEGATIVE_INFINITY;
    if (act.occurredAt.getTime() < oldest) throw ACT_TOO_OLD({}, 'input.occurredAt');
    const { by, ...identity } = act;
    const recorded = Object.assign(new SupportAct(), {
      ...identity,
      ...checked(description),
      ...classes,
      sessionId: act.sessionId ?? null,
      enrolmentId: act.enrolmentId ?? null,
      voided: false,
      recordedBy: by,
      recordedAt: now,
    } satisfies Partial<SupportAct>);
    const data = { supportActId: act.id, after: recorded.facts() };
    return { act: recorded, events: [happened(SupportActRecorded, { branch: act.branch, at: act.occurredAt, data })] };
  }

  /** Refuses `ACT_VOIDED` and what `record` refuses. Nothing changed gives no event. */
  correct(description: ActDescription, classes: PersonClasses, now: Date): Fact[] {
    if (this.voided) throw ACT_VOIDED({});
    return this.restate({ ...checked(description), ...classes }, now);
  }

  /** The person's classes were a mistake: the act is stamped anew. */
  restamp(classes: PersonClasses, now: Date): Fact[] {
    return this.voided ? [] : this.restate(classes, now);
  }

  /** Refuses `ACT_VOIDED`. */
  void(now: Date): Fact[] {
    if (this.voided) throw ACT_VOIDED({});
    this.voided = true;
    return [
      happened(SupportActVoided, {
        branch: this.branch,
        at: now,
        data: { supportActId: this.id, before: this.facts() },
      }),
    ];
  }

  private restate(changes: Partial<SupportAct>, now: Date): Fact[] {
    const before = this.facts();
    Object.assign(this, changes);
    const after = this.facts();
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    return [
      happened(SupportActCorrected, { branch: this.branch, at: now, data: { supportActId: this.id, before, after } }),
    ];
  }

  private facts(): SupportActFacts {
    const {
      solution,
      occurredOn,
      minutes,
      beneficiaryId,
      sessionId,
      placeId,
      themes,
      administrativeThemes,
      devicesUsed,
      autonomy,
      redirection,
    } = this;
    const { gender, ageBand, socialStatus, communeCode } = this;
    return {
      solution,
      occurredOn,
      minutes,
      beneficiaryId,
      sessionId,
      placeId,
      themes,
      administrativeThemes,
      devicesUsed,
      autonomy,
      redirection,
      classes: { gender, ageBand, socialStatus, communeCode },
    };
  }
}

function checked(description: ActDescription): ActDescription {
  if (!Number.isInteger(description.minutes) || description.minutes < 1 || description.minutes > 1_439)
    throw ACT_MINUTES({}, 'input.minutes');
  if (description.themes.length === 0) throw ACT_THEMES({}, 'input.themes');
  if (description.administrativeThemes.length > 0 && !description.themes.includes('ADMINISTRATIVE_HELP'))
    throw ADMINISTRATIVE_THEME_ALONE({}, 'input.administrativeThemes');
  return {
    minutes: description.minutes,
    themes: [...new Set(description.themes)],
    administrativeThemes: [...new Set(description.administrativeThemes)],
    devicesUsed: [...new Set(description.devicesUsed)],
    autonomy: description.autonomy,
    redirection: description.redirection,
    beneficiaryId: description.beneficiaryId,
    placeId: description.placeId,
  };
}
