import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { MediationTheme } from '#events';
import { DateTime, GraphQLVocabulary, LocalDateScalar, Uuid } from '#runtime';

/** OPEN_SESSION: people wait and there is no seat · FIND_HELPERS: a shift lacks people · MOVE_SHIFT: people come when nothing is on. */
export const CapacityOptionKind = {
  OPEN_SESSION: 'OPEN_SESSION',
  FIND_HELPERS: 'FIND_HELPERS',
  MOVE_SHIFT: 'MOVE_SHIFT',
} as const;
export type CapacityOptionKind = keyof typeof CapacityOptionKind;
registerEnumType(CapacityOptionKind, {
  name: 'CapacityOptionKind',
  description:
    'OPEN_SESSION: people wait and there is no seat · FIND_HELPERS: a shift lacks people · MOVE_SHIFT: helpers come when no session is on, while another has none.',
});

@ObjectType({ description: 'What a day of a branch offers.' })
export class CapacityDay {
  @Field(() => LocalDateScalar, { description: 'The day, in the zone of the branch.' })
  day: string;

  @Field(() => Int, { description: 'Sessions still to come on it.' })
  sessions: number;

  @Field(() => Int, { description: 'Seats they offer.' })
  seats: number;

  @Field(() => Int, { description: 'Of these neither taken nor held by an offer.' })
  seatsLeft: number;

  @Field(() => Int, { description: 'Helpers wanted in its shifts.' })
  helpersNeeded: number;

  @Field(() => Int, { description: 'Helpers who said they come.' })
  helpersComing: number;

  @Field(() => Int, { description: 'Minutes for which they come, all together.' })
  helperMinutes: number;
}

@ObjectType({ description: 'What is asked of a workshop, and what it offers.' })
export class CapacityWorkshop {
  @Field(() => Uuid, { description: 'The workshop.' })
  workshopId: string;

  @Field(() => String, { description: 'Its title.' })
  title: string;

  @Field(() => [GraphQLVocabulary.MediationTheme], { description: 'What it is about.' })
  themes: MediationTheme[];

  @Field(() => Int, { description: 'Places in the waiting lists of its sessions and series.' })
  waiting: number;

  @Field(() => Int, { description: 'Seats left in its sessions of the period.' })
  seatsLeft: number;
}

@ObjectType({ description: 'One thing that would help, as concretely as it can be said.' })
export class CapacityOption {
  @Field(() => CapacityOptionKind, { description: 'What to do.' })
  kind: CapacityOptionKind;

  @Field(() => Int, {
    description: 'How many people it is about: who wait, who were refused, who are missing, who come.',
  })
  people: number;

  @Field(() => String, {
    nullable: true,
    description: 'The workshop to open a session of, or the session without helpers.',
  })
  title: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The workshop to open a session of.' })
  workshopId: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The shift it is about.' })
  shiftId: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When helpers are there: of the shift; of a session to open null when no helper is free of one.',
  })
  at: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the shift would be of use.' })
  toAt: Date | null;
}

@ObjectType({ description: 'What is asked of a branch against what it offers, for 14 days from today on.' })
export class CapacityRadar {
  @Field(() => LocalDateScalar, { description: 'First day: today.' })
  from: string;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  until: string;

  @Field(() => Int, { description: 'Places in waiting lists.' })
  waiting: number;

  @Field(() => Int, { description: 'Passages that could not be received in the 14 days before.' })
  refused: number;

  @Field(() => [CapacityDay], { description: 'Each of the days.' })
  days: CapacityDay[];

  @Field(() => [CapacityWorkshop], {
    description: 'Workshops for which people wait, the longest line first; at most 50.',
  })
  workshops: CapacityWorkshop[];

  @Field(() => [CapacityOption], { description: 'What would help, what helps most people first; at most 12.' })
  options: CapacityOption[];
}

/** A shift still to come. */
export interface ShiftAhead {
  readonly id: string;
  readonly startsAt: Date;
  readonly needed: number;
  readonly taken: number;
  /** No session of its place is on while it lasts. */
  readonly idle: boolean;
}

/** A session still to come at which no helper will be. */
export interface Unattended {
  readonly title: string;
  readonly startsAt: Date;
}

/** People turned away who came for a theme. */
export interface RefusedTheme {
  readonly theme: MediationTheme;
  readonly people: number;
}

const MOST = 12;
const NOTHING = { title: null, workshopId: null, shiftId: null, at: null, toAt: null };

/** What would help: sessions where helpers already come, helpers where they are missing, shifts where a session has none. */
export function optionsOf(found: {
  readonly workshops: readonly CapacityWorkshop[];
  readonly refused: readonly RefusedTheme[];
  readonly shifts: readonly ShiftAhead[];
  readonly unattended: readonly Unattended[];
}): CapacityOption[] {
  const free = found.shifts.filter(({ idle, taken }) => idle && taken > 0);
  const short = found.workshops
    .map((workshop) => {
      const turnedAway = found.refused.filter(({ theme }) => workshop.themes.includes(theme));
      const wanted = workshop.waiting + Math.max(0, ...turnedAway.map(({ people }) => people));
      return { workshop, people: wanted - workshop.seatsLeft };
    })
    .filter(({ people }) => people > 0)
    .sort((a, b) => b.people - a.people);
  const open = short.map(({ workshop: { title, workshopId }, people }): CapacityOption => {
    return { ...NOTHING, kind: 'OPEN_SESSION', people, title, workshopId, at: free.shift()?.startsAt ?? null };
  });
  // Who is not needed for a session to open may go where one has nobody.
  const move = found.unattended.flatMap(({ title, startsAt }): CapacityOption[] => {
    const shift = free.shift();
    if (!shift) return [];
    const { id: shiftId, startsAt: at, taken: people } = shift;
    return [{ ...NOTHING, kind: 'MOVE_SHIFT', people, title, shiftId, at, toAt: startsAt }];
  });
  const find = found.shifts
    .filter(({ taken, needed }) => taken < needed)
    .map(({ id: shiftId, startsAt: at, needed, taken }): CapacityOption => {
      return { ...NOTHING, kind: 'FIND_HELPERS', people: needed - taken, shiftId, at };
    });
  return [...open, ...move, ...find].slice(0, MOST);
}
