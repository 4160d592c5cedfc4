import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  type ExitReason,
  type Fact,
  happened,
  SupportJourneyEnded,
  SupportJourneyOpened,
  SupportJourneyReopened,
  SupportJourneyVoided,
  type SupportOutcome,
} from '#events';
import { GraphQLVocabulary, LocalDateScalar, Uuid } from '#runtime';
import type { Beneficiary } from '../beneficiaries/beneficiary.entity.js';
import type { Moment } from '../beneficiaries/enrolment-input.js';
import { type GoalInput, NOTHING_DUE, nextDue, replanned, SupportGoal } from './plan.js';
import {
  OUTCOMES_OF_EXIT,
  STEP_UNKNOWN,
  SUPPORT_ANONYMOUS,
  SUPPORT_DAY,
  SUPPORT_ENDED,
  SUPPORT_NOT_ENDED,
  SUPPORT_NOT_PAUSED,
  SUPPORT_PAUSED,
} from './support-journey.refusals.js';

/** How far a support journey is. */
export const SupportJourneyState = {
  OPEN: 'OPEN',
  PAUSED: 'PAUSED',
  COMPLETED: 'COMPLETED',
  ABANDONED: 'ABANDONED',
} as const;
export type SupportJourneyState = (typeof SupportJourneyState)[keyof typeof SupportJourneyState];
registerEnumType(SupportJourneyState, {
  name: 'SupportJourneyState',
  description: 'OPEN; PAUSED: nothing is expected for a while; COMPLETED or ABANDONED: it ended, by its exit reason.',
});
const COMPLETES: readonly ExitReason[] = ['GOALS_REACHED', 'GOES_ON_ELSEWHERE'];

@ObjectType({ description: 'A time in which nothing was expected of the person.' })
export class SupportPause {
  @Field(() => LocalDateScalar, { description: 'First day.' })
  from: string;

  @Field(() => LocalDateScalar, { description: 'Day on which it went on.' })
  until: string;
}

@Entity('support_journey')
@ObjectType({ description: 'The way somebody goes with the branch: goals, steps, and how it ended.' })
export class SupportJourney {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the support journey.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('uuid')
  beneficiaryId: string;

  @Column('int')
  @Field(() => Int, { description: 'Raised by each change; send it back as `expectedVersion`.' })
  version: number;

  @Column('text')
  @Field(() => SupportJourneyState, { description: 'How far it is.' })
  state: SupportJourneyState;

  /** What the sign-in of whoever is the person's referent is called. */
  @Column('text', { nullable: true })
  referent: string | null;

  @Column('jsonb')
  @Field(() => [SupportGoal], { description: 'Goals and their steps, in order.' })
  goals: SupportGoal[];

  /** `NOTHING_DUE` when nothing is. */
  @Column('date')
  nextDueOn: string;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'Day on which it began.' })
  openedOn: string;

  @Column('date', { nullable: true })
  @Field(() => LocalDateScalar, { nullable: true, description: 'Since which day it is paused; null = it is not.' })
  pausedOn: string | null;

  @Column('jsonb')
  @Field(() => [SupportPause], { description: 'Pauses that are over, oldest first.' })
  pauses: SupportPause[];

  @Column('date', { nullable: true })
  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of the exit; null = it goes on.' })
  endedOn: string | null;

  @Column('text', { nullable: true })
  @Field(() => GraphQLVocabulary.ExitReason, { nullable: true, description: 'Why it ended.' })
  exitReason: ExitReason | null;

  @Column('text', { array: true })
  @Field(() => [GraphQLVocabulary.SupportOutcome], { description: 'What came of it.' })
  outcomes: SupportOutcome[];

  /** What was told to figures, so that taking it back undoes just that: nothing of whoever objects to being counted. */
  @Column('boolean')
  openingTold: boolean;

  @Column('boolean')
  endingTold: boolean;

  @Column({ type: 'timestamptz', precision: 3 })
  recordedAt: Date;

  @Column('text')
  recordedBy: string;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  voidedAt: Date | null;

  @Column('text', { nullable: true })
  voidedBy: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  /** Refuses `SUPPORT_ANONYMOUS`, `SUPPORT_DAY`. */
  static open(
    ids: { id: string; by: string; referent: string | null },
    person: Beneficiary,
    openedOn: string,
    { now, today }: Moment,
  ): { journey: SupportJourney; events: Fact[] } {
    if (person.kind === 'ANONYMOUS') throw SUPPORT_ANONYMOUS({}, 'input.beneficiaryId');
    const from = person.enrolledOn;
    if (openedOn < from || openedOn > today) throw SUPPORT_DAY({ from }, 'input.occurredOn');
    const journey = Object.assign(new SupportJourney(), {
      ...{ id: ids.id, branch: person.branch, beneficiaryId: person.id, version: 1, state: 'OPEN' as const },
      ...{ referent: ids.referent, goals: [], nextDueOn: NOTHING_DUE, openedOn, pausedOn: null, pauses: [] },
      ...{ endedOn: null, exitReason: null, outcomes: [], openingTold: person.objectedOn === null, endingTold: false },
      ...{ recordedAt: now, recordedBy: ids.by, voidedAt: null, voidedBy: null, reason: null },
    });
    const data = { journeyId: ids.id, occurredOn: openedOn };
    const told = happened(SupportJourneyOpened, { branch: person.branch, at: now, data });
    return { journey, events: journey.openingTold ? [told] : [] };
  }

  /** Goals and steps written anew. Refuses `SUPPORT_ENDED` and what a plan refuses. */
  plan(goals: readonly GoalInput[], newId: () => string, { today }: Moment): void {
    this.requireUnderWay();
    this.keepPlan(replanned(this.goals, goals, { from: this.openedOn, today, newId }));
  }

  /** A step is done, or is not after all. Refuses `SUPPORT_ENDED`, `STEP_UNKNOWN`. */
  finishStep(stepId: string, done: boolean, { today }: Moment): void {
    this.requireUnderWay();
    if (!this.goals.some(({ steps }) => steps.some(({ id }) => id === stepId))) throw STEP_UNKNOWN({}, 'input.stepId');
    const marked = (goal: SupportGoal) =>
      goal.steps.map((step) => (step.id === stepId ? { ...step, doneOn: done ? (step.doneOn ?? today) : null } : step));
    this.keepPlan(this.goals.map((goal) => ({ ...goal, steps: marked(goal) })));
  }

  /** Somebody else goes with the person, or nobody yet. Refuses `SUPPORT_ENDED`. */
  refer(referent: string | null): void {
    this.requireUnderWay();
    this.referent = referent;
    this.version += 1;
  }

  /** Refuses `SUPPORT_ENDED`, `SUPPORT_PAUSED`. */
  pause({ today }: Moment): void {
    this.requireUnderWay();
    if (this.pausedOn !== null) throw SUPPORT_PAUSED({}, 'input.id');
    Object.assign(this, { state: 'PAUSED', pausedOn: today, version: this.version + 1 });
  }

  /** Refuses `SUPPORT_ENDED`, `SUPPORT_NOT_PAUSED`. */
  resume({ today }: Moment): void {
    this.requireUnderWay();
    if (this.pausedOn === null) throw SUPPORT_NOT_PAUSED({}, 'input.id');
    this.endPause(today);
    Object.assign(this, { state: 'OPEN', version: this.version + 1 });
  }

  /** Refuses `SUPPORT_ENDED`, `SUPPORT_DAY`, `OUTCOMES_OF_EXIT`. */
  end(
    exit: { reason: ExitReason; outcomes: readonly SupportOutcome[]; endedOn: string },
    counted: boolean,
    { now, today }: Moment,
  ): Fact[] {
    this.requireUnderWay();
    const from = this.pausedOn ?? this.pauses.at(-1)?.until ?? this.openedOn;
    if (exit.endedOn < from || exit.endedOn > today) throw SUPPORT_DAY({ from }, 'input.occurredOn');
    const outcomes = [...new Set(exit.outcomes)].toSorted();
    if (exit.reason === 'GOALS_REACHED' && outcomes.length === 0) throw OUTCOMES_OF_EXIT({}, 'input.outcomes');
    if (this.pausedOn !== null) this.endPause(exit.endedOn);
    Object.assign(this, {
      state: COMPLETES.includes(exit.reason) ? 'COMPLETED' : 'ABANDONED',
      ...{ endedOn: exit.endedOn, exitReason: exit.reason, outcomes, version: this.version + 1 },
      endingTold: this.openingTold && counted,
    });
    const data = { journeyId: this.id, after: { endedOn: exit.endedOn, exitReason: exit.reason, outcomes } };
    return this.endingTold ? [happened(SupportJourneyEnded, { branch: this.branch, at: now, data })] : [];
  }

  /** That it ended was a mistake. Refuses `SUPPORT_NOT_ENDED`. */
  reopen({ now }: Moment): Fact[] {
    const { endedOn, exitReason, outcomes, endingTold } = this;
    if (endedOn === null || exitReason === null || this.voidedAt !== null) throw SUPPORT_NOT_ENDED({}, 'input.id');
    Object.assign(this, { state: 'OPEN', endedOn: null, exitReason: null, outcomes: [], endingTold: false });
    this.version += 1;
    const data = { journeyId: this.id, before: { endedOn, exitReason, outcomes } };
    return endingTold ? [happened(SupportJourneyReopened, { branch: this.branch, at: now, data })] : [];
  }

  /** It was opened by mistake. Refuses `SUPPORT_ENDED`. */
  void(reason: string, by: string, { now }: Moment): Fact[] {
    this.requireUnderWay();
    Object.assign(this, { voidedAt: now, voidedBy: by, reason, version: this.version + 1 });
    const data = { journeyId: this.id, before: { openedOn: this.openedOn } };
    return this.openingTold ? [happened(SupportJourneyVoided, { branch: this.branch, at: now, data })] : [];
  }

  private requireUnderWay(): void {
    if (this.endedOn !== null || this.voidedAt !== null) throw SUPPORT_ENDED({}, 'input.id');
  }

  private keepPlan(goals: SupportGoal[]): void {
    Object.assign(this, { goals, nextDueOn: nextDue(goals), version: this.version + 1 });
  }

  private endPause(until: string): void {
    this.pauses = [...this.pauses, { from: this.pausedOn ?? until, until }];
    this.pausedOn = null;
  }
}
