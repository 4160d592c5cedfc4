import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, LocalDateScalar, Uuid } from '#runtime';
import { FigureEnum } from '../figures/figures.types.js';

/** ASKED: waits for its turn or runs · RIGHT: no difference · WRONG: some · FAILED: ended on the way, ask again. */
export const ProofState = {
  ASKED: 'ASKED',
  RIGHT: 'RIGHT',
  WRONG: 'WRONG',
  FAILED: 'FAILED',
} as const;
export type ProofState = keyof typeof ProofState;
registerEnumType(ProofState, {
  name: 'ProofState',
  description:
    'ASKED: waits for its turn, or runs. RIGHT: no difference was found. WRONG: some were. FAILED: it ended on the way.',
});

/** NIGHTLY: by itself · ASKED: by somebody. */
export const ProofCause = { NIGHTLY: 'NIGHTLY', ASKED: 'ASKED' } as const;
export type ProofCause = keyof typeof ProofCause;
registerEnumType(ProofCause, { name: 'ProofCause', description: 'NIGHTLY: by itself. ASKED: by somebody.' });

@ObjectType({
  description:
    'Something that is not what it must be: a day of an owner’s ledger that is not here just so, or a kept sum that its contributions do not add up to.',
})
export class ProofDifference {
  @Field(() => ID, { description: 'Its place in the proof.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'The owner whose day it is; null for a kept sum.' })
  source: string | null;

  @Field(() => LocalDateScalar, {
    description: 'The day in UTC on which events were written down; of a kept sum its day or the first of its month.',
  })
  day: string;

  @Field(() => String, { nullable: true, description: 'The type of the events; null for a kept sum.' })
  eventType: string | null;

  @Field(() => FigureEnum, { nullable: true, description: 'The figure of a kept sum.' })
  code: FigureEnum | null;

  @Field(() => String, { nullable: true, description: 'Branch of a kept sum; `--` = the network.' })
  branch: string | null;

  @Field(() => Float, { description: 'What the owner has written, or what the contributions add up to.' })
  expected: number;

  @Field(() => Float, { description: 'What is here. The same number with another event in it is a difference too.' })
  found: number;
}

@ObjectType({
  description: 'The figures held against the ledgers of the services and against their own contributions.',
})
export class Proof {
  @Field(() => Uuid, { description: 'Identifier of the proof.' })
  id: string;

  @Field(() => ProofState, { description: 'What came of it.' })
  state: ProofState;

  @Field(() => ProofCause, { description: 'Why it was made.' })
  cause: ProofCause;

  @Field(() => DateTime, { description: 'When it was asked for.' })
  askedAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it ended.' })
  endedAt: Date | null;

  @Field(() => Float, { nullable: true, description: 'Facts that were found here just as their owners wrote them.' })
  facts: number | null;

  @Field(() => Int, { nullable: true, description: 'Days of ledgers compared, over all owners.' })
  days: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days stated by their owner of which something may still be on its way; not compared yet.',
  })
  waitingDays: number | null;

  @Field(() => Int, { nullable: true, description: 'Facts of those days that are set aside: known, and not counted.' })
  setAside: number | null;

  @Field(() => [ProofDifference], { description: 'What was found wrong, up to 100.' })
  differences: ProofDifference[];
}

/** A row of `proof` as it is shown. */
export interface ProofRow {
  id: string;
  state: ProofState;
  cause: ProofCause;
  asked_at: Date;
  ended_at: Date | null;
  facts: string | null;
  days: number | null;
  waiting_days: number | null;
  set_aside: number | null;
  differences: Omit<ProofDifference, 'id'>[];
}

export function proofOf(row: ProofRow): Proof {
  return {
    id: row.id,
    state: row.state,
    cause: row.cause,
    askedAt: row.asked_at,
    endedAt: row.ended_at,
    facts: row.facts === null ? null : Number(row.facts),
    days: row.days,
    waitingDays: row.waiting_days,
    setAside: row.set_aside,
    differences: row.differences.map((difference, n) => ({ ...difference, id: `${row.id}:${n}` })),
  };
}
