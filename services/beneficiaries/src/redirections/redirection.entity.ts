import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { optionalText } from '#errors';
import {
  type Fact,
  happened,
  PersonRedirected,
  type RedirectionResult,
  RedirectionResultNoted,
  type RedirectionTarget,
  RedirectionVoided,
} from '#events';
import { DateTime, GraphQLVocabulary, LocalDateScalar, Uuid } from '#runtime';
import type { Beneficiary } from '../beneficiaries/beneficiary.entity.js';
import type { Moment } from '../beneficiaries/enrolment-input.js';
import { REDIRECTION_ANONYMOUS, REDIRECTION_DAY, REDIRECTION_VOIDED } from './redirection.refusals.js';

@Entity('redirection')
@ObjectType({ description: 'That somebody was sent on to another service, and what became of it.' })
export class Redirection {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the redirection.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('uuid')
  beneficiaryId: string;

  @Column('int')
  @Field(() => Int, { description: 'Raised by each change; send it back as `expectedVersion`.' })
  version: number;

  @Column('text')
  @Field(() => GraphQLVocabulary.RedirectionTarget, { description: 'Which sort of service.' })
  target: RedirectionTarget;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Which one, in the words of who sent them; null = not said.' })
  whereto: string | null;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'Which day.' })
  sentOn: string;

  @Column('text', { nullable: true })
  @Field(() => GraphQLVocabulary.RedirectionResult, {
    nullable: true,
    description: 'What became of it; null = not known.',
  })
  result: RedirectionResult | null;

  @Column('date', { nullable: true })
  @Field(() => LocalDateScalar, { nullable: true, description: 'Day on which that was learned.' })
  resultOn: string | null;

  /** Whether figures were told: nothing of whoever objects to being counted. */
  @Column('boolean')
  told: boolean;

  @Column({ type: 'timestamptz', precision: 3 })
  recordedAt: Date;

  @Column('text')
  recordedBy: string;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When it was taken back; null = it stands.' })
  voidedAt: Date | null;

  @Column('text', { nullable: true })
  voidedBy: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  /** Refuses `REDIRECTION_ANONYMOUS`, `REDIRECTION_DAY`, `TEXT_LENGTH`, `SENSITIVE_TEXT`. */
  static send(
    ids: { id: string; by: string },
    person: Beneficiary,
    input: { target: RedirectionTarget; whereto?: string | null | undefined; occurredOn?: string | null | undefined },
    { now, today }: Moment,
  ): { redirection: Redirection; events: Fact[] } {
    if (person.kind === 'ANONYMOUS') throw REDIRECTION_ANONYMOUS({}, 'input.beneficiaryId');
    const sentOn = input.occurredOn ?? today;
    const from = person.enrolledOn;
    if (sentOn < from || sentOn > today) throw REDIRECTION_DAY({ from }, 'input.occurredOn');
    const redirection = Object.assign(new Redirection(), {
      ...{ id: ids.id, branch: person.branch, beneficiaryId: person.id, version: 1, target: input.target, sentOn },
      whereto: optionalText(input.whereto, 'input.whereto', { max: 200 }),
      ...{ result: null, resultOn: null, told: person.objectedOn === null, recordedAt: now, recordedBy: ids.by },
      ...{ voidedAt: null, voidedBy: null, reason: null },
    });
    const data = { redirectionId: ids.id, after: redirection.facts() };
    const told = happened(PersonRedirected, { branch: person.branch, at: now, data });
    return { redirection, events: redirection.told ? [told] : [] };
  }

  /** What became of it, learned or learned better. Refuses `REDIRECTION_VOIDED`, `REDIRECTION_DAY`. */
  noteResult(result: RedirectionResult, resultOn: string, { now, today }: Moment): Fact[] {
    if (this.voidedAt !== null) throw REDIRECTION_VOIDED({}, 'input.id');
    if (resultOn < this.sentOn || resultOn > today) throw REDIRECTION_DAY({ from: this.sentOn }, 'input.occurredOn');
    const before = this.facts();
    Object.assign(this, { result, resultOn, version: this.version + 1 });
    if (!this.told || before.result === result) return [];
    const data = { redirectionId: this.id, before, after: this.facts() };
    return [happened(RedirectionResultNoted, { branch: this.branch, at: now, data })];
  }

  /** It was a mistake. Refuses `REDIRECTION_VOIDED`. */
  void(reason: string, by: string, { now }: Moment): Fact[] {
    if (this.voidedAt !== null) throw REDIRECTION_VOIDED({}, 'input.id');
    Object.assign(this, { voidedAt: now, voidedBy: by, reason, version: this.version + 1 });
    const data = { redirectionId: this.id, before: this.facts() };
    return this.told ? [happened(RedirectionVoided, { branch: this.branch, at: now, data })] : [];
  }

  private facts() {
    return { sentOn: this.sentOn, target: this.target, result: this.result };
  }
}
