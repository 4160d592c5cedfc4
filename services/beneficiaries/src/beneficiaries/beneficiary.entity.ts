import { Directive, Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  type AgeBand,
  BeneficiaryCorrected,
  BeneficiaryEnrolled,
  type BeneficiaryKind,
  BeneficiaryVoided,
  type Fact,
  happened,
  type OrientationSource,
  SituationChanged,
} from '#events';
import { DateTime, GraphQLVocabulary, LocalDateScalar, Uuid, yearOf } from '#runtime';
import { announcedThrough } from './age-band.js';
import { ENROLMENT_DAY, NOTHING_CHANGES, SITUATION_DAY } from './beneficiary.refusals.js';
import {
  changedEntries,
  changedFrom,
  classHistory,
  type HistoryEntry,
  type KnownAge,
  mended,
  type SituationChange,
  type StatedSituation,
} from './class-history.js';
import {
  ageFrom,
  checked,
  communeFrom,
  type EnrolmentInput,
  enrolmentDay,
  FirstNeed,
  identityFor,
  type Mending,
  type Moment,
  noticeDay,
} from './enrolment-input.js';
import { ContactPreference, type Identity } from './identity.js';
import { PersonLimits } from './person-limits.js';

@Entity()
@ObjectType({ description: 'A person helped by the network.' })
@Directive('@key(fields: "id")')
export class Beneficiary extends PersonLimits implements Identity, KnownAge {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Random identifier of the person.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('text')
  @Field(() => GraphQLVocabulary.BeneficiaryKind, { description: 'Tracked by name, or anonymous for statistics only.' })
  kind: BeneficiaryKind;

  @Column('int')
  @Field(() => Int, { description: 'Raised by each change; send it back as `expectedVersion` when editing.' })
  version: number;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Given name.' })
  givenName: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Family name.' })
  familyName: string | null;

  @Column('int', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Year of birth; null = not stated.' })
  birthYear: number | null;

  @Column('text', { nullable: true })
  statedAgeBand: AgeBand | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Phone number in E.164 form, `+33612345678`.' })
  phone: string | null;

  @Column('boolean')
  @Field(() => Boolean, { description: 'The person said they have no phone.' })
  noPhone: boolean;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'E-mail address, in lower case.' })
  email: string | null;

  @Column('boolean')
  @Field(() => Boolean, { description: 'The person said they have no e-mail address.' })
  noEmail: boolean;

  @Column('text')
  @Field(() => ContactPreference, { description: 'How the person wishes to be reached.' })
  contactPreference: ContactPreference;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Language to speak with them, ISO 639 code: `fr`, `ar`, `uk`.' })
  spokenLanguage: string | null;

  @Column('text')
  @Field(() => GraphQLVocabulary.OrientationSource, { description: 'Who sent the person.' })
  orientationSource: OrientationSource;

  @Column('uuid', { nullable: true })
  organisationId: string | null;

  @Column('text', { nullable: true })
  @Field(() => FirstNeed, { nullable: true, description: 'What the person came for first.' })
  firstNeed: FirstNeed | null;

  @Column('date', { nullable: true })
  @Field(() => LocalDateScalar, { nullable: true, description: 'Day the privacy notice was read out to them.' })
  privacyNoticeReadOn: string | null;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'Day of enrolment, in the branch’s zone.' })
  enrolledOn: string;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'When the enrolment was entered.' })
  enrolledAt: Date;

  @Column('text')
  enrolledBy: string;

  /** Age bands are announced up to this year's 1 January. */
  @Column('int')
  bandsAnnouncedThrough: number;

  @Column('boolean')
  @Field(() => Boolean, { description: 'The enrolment was a mistake and was taken back.' })
  voided: boolean;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, {
    nullable: true,
    description: 'When the person was erased; then nothing else is known of them.',
  })
  erasedAt: Date | null;

  /** Computed by the database; for lists only. */
  @Column({ type: 'text', select: false, insert: false, update: false })
  sortName: string;

  /** Refuses what `identityFor`, `ageFrom`, `communeFrom`, `noticeDay` and `enrolmentDay` refuse. */
  static enrol(ids: { id: string; branch: string; by: string }, input: EnrolmentInput, { now, today }: Moment) {
    const enrolledOn = enrolmentDay(input.occurredOn, today);
    const beneficiary = Object.assign(new Beneficiary(), {
      ...identityFor(input),
      ...ageFrom(input, today),
      id: ids.id,
      branch: ids.branch,
      kind: input.kind,
      version: 1,
      orientationSource: input.orientationSource,
      organisationId: input.organisationId ?? null,
      firstNeed: input.firstNeed ?? null,
      privacyNoticeReadOn: noticeDay(input, today),
      enrolledOn,
      enrolledAt: now,
      enrolledBy: ids.by,
      bandsAnnouncedThrough: announcedThrough(today),
      ...{ voided: false, erasedAt: null, restrictedAt: null, restrictionGround: null, objectedOn: null },
    });
    const { gender, socialStatus } = input;
    const situation = { holdsFrom: enrolledOn, gender, socialStatus, communeCode: communeFrom(input.communeCode) };
    const history = beneficiary.history([situation]);
    const enrolled = happened(BeneficiaryEnrolled, {
      branch: ids.branch,
      at: now,
      data: { beneficiaryId: ids.id, occurredOn: enrolledOn, after: beneficiary.enrolment(history) },
    });
    // Enrolled for a past day: birthdays since then are announced at once.
    const events = [enrolled, ...beneficiary.situationChanges(history.slice(0, 1), history, now)];
    return { beneficiary, situations: [situation], events };
  }

  /** From a day on, the situation is another. Past acts keep theirs. Refuses `SITUATION_DAY`, `NOTHING_CHANGES`. */
  changeSituation(
    situations: readonly StatedSituation[],
    day: string,
    change: SituationChange,
    { now, today }: Moment,
  ) {
    const until = `${yearOf(today) + 1}${today.slice(4)}`;
    if (day <= this.enrolledOn || day > until)
      throw SITUATION_DAY({ after: this.enrolledOn, until }, 'input.holdsFrom');
    const after = changedFrom(situations, day, checked(change));
    const events = this.situationChanges(this.history(situations), this.history(after), now);
    if (events.length === 0) throw NOTHING_CHANGES({});
    this.version += 1;
    return { situations: after, events };
  }

  /** What was believed was wrong: the class history is restated. Refuses `NOTHING_CHANGES`, `ENROLMENT_DAY` and what an enrolment refuses. */
  correct(situations: readonly StatedSituation[], mending: Mending, { now, today }: Moment) {
    const before = this.enrolment(this.history(situations));
    const beforeHistory = this.history(situations);
    const fixed = mended(situations, mending.asOf ?? today, checked(mending));
    if (mending.birthYear !== undefined || mending.ageBand !== undefined) Object.assign(this, ageFrom(mending, today));
    if (mending.orientationSource !== undefined) this.orientationSource = mending.orientationSource;
    if (mending.organisationId !== undefined) this.organisationId = mending.organisationId;
    if (mending.occurredOn !== undefined) this.moveEnrolment(fixed, enrolmentDay(mending.occurredOn, today));
    this.bandsAnnouncedThrough = Math.max(this.bandsAnnouncedThrough, announcedThrough(today));
    const history = this.history(fixed);
    const after = this.enrolment(history);
    if (JSON.stringify([before, beforeHistory]) === JSON.stringify([after, history])) throw NOTHING_CHANGES({});
    this.version += 1;
    const data = { beneficiaryId: this.id, occurredOn: today, before, after, history };
    return { situations: fixed, events: [happened(BeneficiaryCorrected, { branch: this.branch, at: now, data })] };
  }

  /** The enrolment was a mistake: nobody is counted for it any more. */
  void(situations: readonly StatedSituation[], { now, today }: Moment): Fact[] {
    this.voided = true;
    this.version += 1;
    const data = { beneficiaryId: this.id, occurredOn: today, before: this.enrolment(this.history(situations)) };
    return [happened(BeneficiaryVoided, { branch: this.branch, at: now, data })];
  }

  /** Announces the age bands of every 1 January up to this year's that are not announced yet. */
  announceBands(situations: readonly StatedSituation[], throughYear: number, now: Date): Fact[] {
    const before = this.history(situations);
    this.bandsAnnouncedThrough = Math.max(this.bandsAnnouncedThrough, throughYear);
    return this.situationChanges(before, this.history(situations), now);
  }

  private history(situations: readonly StatedSituation[]): HistoryEntry[] {
    return classHistory(situations, this, this.bandsAnnouncedThrough);
  }

  private enrolment([first]: readonly HistoryEntry[]) {
    if (!first) throw new Error('A history is never empty');
    const { kind, enrolledOn, orientationSource, organisationId } = this;
    return { kind, enrolledOn, orientationSource, organisationId, classes: first.classes };
  }

  private situationChanges(before: readonly HistoryEntry[], after: readonly HistoryEntry[], now: Date): Fact[] {
    return changedEntries(before, after).map((entry) =>
      happened(SituationChanged, { branch: this.branch, at: now, data: { beneficiaryId: this.id, ...entry } }),
    );
  }

  private moveEnrolment(situations: StatedSituation[], day: string): void {
    const [first, second] = situations;
    if (!first || (second && second.holdsFrom <= day)) throw ENROLMENT_DAY({}, 'input.occurredOn');
    first.holdsFrom = day;
    this.enrolledOn = day;
  }
}
