import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { optionalText, requireText } from '#errors';
import { type Fact, happened, PrescriptionAnswered, PrescriptionDelayed, PrescriptionReceived } from '#events';
import { DateTime, LocalDateScalar, Uuid } from '#runtime';
import { ageFrom, FirstNeed, type Moment } from '../beneficiaries/enrolment-input.js';
import { identityOf } from '../beneficiaries/identity.js';
import {
  CONSENT_END,
  CONSENT_REQUIRED,
  NEEDS_REQUIRED,
  PRESCRIPTION_ANSWERED,
  PRESCRIPTION_EXPIRED,
  PRESCRIPTION_NOT_UNDER_WAY,
} from './prescription.refusals.js';
import { Milestone, type PrescriptionInput, type Rejection } from './prescription-input.js';

/** A branch that has not answered by then is late. */
export const ANSWER_WITHIN_DAYS = 7;

@Entity('prescription')
@ObjectType({ description: 'A prescriber’s request that a branch receive a person, with that person’s consent.' })
export class Prescription {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the prescription.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('uuid', { nullable: true })
  organisationId: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'The organisation in the words of a prescriber without an account.',
  })
  organisationNamed: string | null;

  @Column('text')
  prescriber: string;

  /** Where a prescriber without an account is written to. */
  @Column('text', { nullable: true })
  prescriberMail: string | null;

  @Column('int')
  @Field(() => Int, { description: 'Raised by each change; send it back as `expectedVersion`.' })
  version: number;

  /** As it was last written; what time makes of it, `stateOn` tells. */
  @Column('text')
  state: 'PENDING' | 'ACCEPTED' | 'REJECTED' | 'DONE';

  @Column('text', { array: true })
  @Field(() => [FirstNeed], { description: 'What the person needs.' })
  needs: FirstNeed[];

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Given name; null once it is forgotten here.' })
  givenName: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Family name; null once it is forgotten here.' })
  familyName: string | null;

  @Column('int', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Year of birth; null = not stated, or forgotten here.' })
  birthYear: number | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Phone number, E.164.' })
  phone: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Language to speak with them, ISO 639 code.' })
  spokenLanguage: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'When the person can come, in the prescriber’s words.' })
  availability: string | null;

  @Column('text', { array: true })
  @Field(() => [Milestone], { description: 'What the person agreed that the prescriber is told.' })
  consentScope: Milestone[];

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'Last day of the consent; the prescription holds as long.' })
  consentUntil: string;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When the consent was withdrawn; null = it was not.' })
  consentWithdrawnAt: Date | null;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'Day it was received.' })
  receivedOn: string;

  @Column({ type: 'timestamptz', precision: 3 })
  receivedAt: Date;

  /** The branch’s managers were told that it waits too long. */
  @Column('date', { nullable: true })
  delayToldOn: string | null;

  @Column('date', { nullable: true })
  answeredOn: string | null;

  @Column('date', { nullable: true })
  doneOn: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  /** Where the person may be sent instead: which place, and its name and address in words. */
  @Column('uuid', { nullable: true })
  otherPlaceId: string | null;

  @Column('text', { nullable: true })
  otherPlaceWords: string | null;

  @Column('uuid', { nullable: true })
  beneficiaryId: string | null;

  @Column('boolean')
  forgotten: boolean;

  /** Refuses `CONSENT_REQUIRED`, `CONSENT_END`, `NEEDS_REQUIRED`, and what the name, year and phone of a record refuse. */
  static prescribe(ids: { id: string; branch: string; by: string }, input: PrescriptionInput, { now, today }: Moment) {
    if (!input.consentGiven) throw CONSENT_REQUIRED({}, 'input.consentGiven');
    const latest = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
    if (input.consentUntil <= today || input.consentUntil > latest)
      throw CONSENT_END({ until: latest }, 'input.consentUntil');
    const needs = [...new Set(input.needs)];
    if (needs.length === 0) throw NEEDS_REQUIRED({}, 'input.needs');
    const identity = { ...input, noPhone: false, noEmail: false, contactPreference: 'NONE' as const };
    const { givenName, familyName, phone, spokenLanguage } = identityOf(identity);
    const prescription = Object.assign(new Prescription(), {
      ...{ id: ids.id, branch: ids.branch, organisationId: input.organisationId, prescriber: ids.by, version: 1 },
      ...{ organisationNamed: input.byMail?.organisation ?? null, prescriberMail: input.byMail?.mail ?? null },
      ...{ state: 'PENDING' as const, needs, givenName, familyName, phone, spokenLanguage },
      birthYear: ageFrom({ birthYear: input.birthYear }, today).birthYear,
      availability: optionalText(input.availability, 'input.availability', { max: 300 }),
      consentScope: [...new Set(input.consentScope)],
      ...{ consentUntil: input.consentUntil, consentWithdrawnAt: null, receivedOn: today, receivedAt: now },
      ...{ delayToldOn: null, otherPlaceId: null, otherPlaceWords: null },
      ...{ answeredOn: null, doneOn: null, reason: null, beneficiaryId: null, forgotten: false },
    });
    const data = { prescriptionId: ids.id, organisationId: input.organisationId, needs, occurredOn: today };
    return { prescription, events: [happened(PrescriptionReceived, { branch: ids.branch, at: now, data })] };
  }

  /** Which of the organisations known here a prescriber without an account wrote for; said once, before the answer tells of it. */
  writtenFor(organisationId: string): void {
    this.organisationId ??= organisationId;
  }

  /** The branch receives the person under this id. Refuses `PRESCRIPTION_ANSWERED`, `PRESCRIPTION_EXPIRED`. */
  accept(beneficiaryId: string, moment: Moment): Fact[] {
    this.requirePending(moment);
    this.beneficiaryId = beneficiaryId;
    return this.answer('ACCEPTED', moment);
  }

  /** The branch cannot receive the person, and may say who can. Refuses `TEXT_LENGTH`, `PRESCRIPTION_ANSWERED`, `PRESCRIPTION_EXPIRED`. */
  reject({ reason, otherPlace }: Rejection, moment: Moment): Fact[] {
    this.requirePending(moment);
    this.reason = reason;
    if (otherPlace) {
      this.otherPlaceId = otherPlace.id;
      this.otherPlaceWords = requireText(otherPlace.words, 'input.otherPlaceWords', { min: 3, max: 300 });
    }
    return this.answer('REJECTED', moment);
  }

  /** What was asked for is done. Refuses `PRESCRIPTION_NOT_UNDER_WAY`. */
  finish({ today }: Moment): void {
    if (this.state !== 'ACCEPTED') throw PRESCRIPTION_NOT_UNDER_WAY({}, 'input.id');
    this.state = 'DONE';
    this.doneOn = today;
    this.version += 1;
  }

  /** From now on the prescriber sees nothing, and what they wrote of the person is forgotten. Twice is once. */
  withdrawConsent({ now }: Moment): void {
    if (this.consentWithdrawnAt !== null) return;
    this.consentWithdrawnAt = now;
    this.version += 1;
    Object.assign(this, FORGOTTEN);
  }

  requirePending({ today }: Moment): void {
    if (this.state !== 'PENDING') throw PRESCRIPTION_ANSWERED({}, 'input.id');
    if (this.consentWithdrawnAt !== null || this.consentUntil < today) throw PRESCRIPTION_EXPIRED({}, 'input.id');
  }

  /** Waiting for an answer for longer than the network promises. */
  isLate(today: string): boolean {
    return this.state === 'PENDING' && daysBetween(this.receivedOn, today) > ANSWER_WITHIN_DAYS;
  }

  /** Tells that it waits too long, on the first day that it does; nothing when that was told, or is not so. */
  tellDelay({ now, today }: Moment): Fact[] {
    if (
      this.delayToldOn !== null ||
      !this.isLate(today) ||
      this.consentWithdrawnAt !== null ||
      this.consentUntil < today
    )
      return [];
    this.delayToldOn = today;
    const waitedDays = daysBetween(this.receivedOn, today);
    const data = { prescriptionId: this.id, occurredOn: today, waitedDays };
    return [happened(PrescriptionDelayed, { branch: this.branch, at: now, data })];
  }

  private answer(state: 'ACCEPTED' | 'REJECTED', { now, today }: Moment): Fact[] {
    this.state = state;
    this.answeredOn = today;
    this.version += 1;
    const { id: prescriptionId, organisationId } = this;
    const data = {
      ...{ prescriptionId, organisationId, occurredOn: today, after: state },
      waitedDays: daysBetween(this.receivedOn, today),
    };
    return [happened(PrescriptionAnswered, { branch: this.branch, at: now, data })];
  }
}

/** What stays of a prescription once nobody needs to know whom it was about. */
export const FORGOTTEN = {
  ...{ givenName: null, familyName: null, birthYear: null, phone: null, spokenLanguage: null },
  ...{ availability: null, reason: null, otherPlaceWords: null, prescriberMail: null, forgotten: true },
} as const;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
