import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { requireText } from '#errors';
import { LocalDateScalar, shiftDay, Uuid } from '#runtime';
import { PLAN_SIZE, STEP_DONE, STEP_DUE, STEP_UNKNOWN } from './support-journey.refusals.js';

/** Who does a step. */
export const StepOwner = { PERSON: 'PERSON', REFERENT: 'REFERENT', PARTNER: 'PARTNER' } as const;
export type StepOwner = (typeof StepOwner)[keyof typeof StepOwner];
registerEnumType(StepOwner, {
  name: 'StepOwner',
  description: 'PERSON: the person themselves; REFERENT: the team; PARTNER: somebody of another organisation.',
});

@ObjectType({ description: 'A thing to do on the way to a goal.' })
export class SupportStep {
  @Field(() => Uuid, { description: 'Identifier of the step.' })
  id: string;

  @Field(() => String, { description: 'What is to be done.' })
  title: string;

  @Field(() => StepOwner, { description: 'Who does it.' })
  owner: StepOwner;

  @Field(() => LocalDateScalar, { description: 'Day by which it is to be done.' })
  dueOn: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day on which it was done; null = it is not.' })
  doneOn: string | null;
}

@ObjectType({ description: 'What the person wants to reach, agreed on with them.' })
export class SupportGoal {
  @Field(() => Uuid, { description: 'Identifier of the goal.' })
  id: string;

  @Field(() => String, { description: 'The goal, in the person’s words.' })
  title: string;

  @Field(() => [SupportStep], { description: 'How to get there, in order.' })
  steps: SupportStep[];
}

/** A plan as somebody writes it: what has an id stays, what has none is new, what is left out goes. */
export interface GoalInput {
  id?: string | null | undefined;
  title: string;
  steps: { id?: string | null | undefined; title: string; owner: StepOwner; dueOn: string }[];
}

const MOST_GOALS = 10;
const MOST_STEPS = 10;
const LONGEST_DAYS = 731;
/** Sorts behind every day: nothing is due. */
export const NOTHING_DUE = '9999-12-31';

/** The plan written anew. Refuses `PLAN_SIZE`, `STEP_DUE`, `STEP_DONE`, `STEP_UNKNOWN` and what texts refuse. */
export function replanned(
  before: readonly SupportGoal[],
  goals: readonly GoalInput[],
  { from, today, newId }: { from: string; today: string; newId: () => string },
): SupportGoal[] {
  if (goals.length > MOST_GOALS || goals.some(({ steps }) => steps.length > MOST_STEPS))
    throw PLAN_SIZE({ goals: MOST_GOALS, steps: MOST_STEPS }, 'input.goals');
  const steps = new Map(before.flatMap((goal) => goal.steps).map((step) => [step.id, step]));
  const goalsBefore = new Set(before.map(({ id }) => id));
  const after = goals.map((goal, n): SupportGoal => {
    const field = `input.goals.${n}`;
    if (goal.id != null && !goalsBefore.delete(goal.id)) throw STEP_UNKNOWN({}, `${field}.id`);
    return {
      id: goal.id ?? newId(),
      title: requireText(goal.title, `${field}.title`, { max: 200 }),
      steps: goal.steps.map((step, m) => {
        const path = `${field}.steps.${m}`;
        const known = step.id == null ? undefined : steps.get(step.id);
        if (step.id != null && !known) throw STEP_UNKNOWN({}, `${path}.id`);
        // Each step stands once.
        if (known) steps.delete(known.id);
        if (known?.doneOn != null) return known;
        const moved = step.dueOn !== known?.dueOn;
        if (moved && (step.dueOn < from || step.dueOn > shiftDay(today, LONGEST_DAYS)))
          throw STEP_DUE({}, `${path}.dueOn`);
        const title = requireText(step.title, `${path}.title`, { max: 200 });
        return { id: known?.id ?? newId(), title, owner: step.owner, dueOn: step.dueOn, doneOn: null };
      }),
    };
  });
  if ([...steps.values()].some(({ doneOn }) => doneOn !== null)) throw STEP_DONE({}, 'input.goals');
  return after;
}

/** The first day on which something is due. */
export function nextDue(goals: readonly SupportGoal[]): string {
  const days = goals.flatMap(({ steps }) => steps.filter(({ doneOn }) => doneOn === null).map(({ dueOn }) => dueOn));
  return days.toSorted()[0] ?? NOTHING_DUE;
}
