import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Tx } from '#persistence';
import { LocalDateScalar } from '#runtime';
import { type Prescription } from './prescription.entity.js';
import { Milestone } from './prescription-input.js';

/** How far a prescription is. */
export const PrescriptionState = {
  PENDING: 'PENDING',
  ACCEPTED: 'ACCEPTED',
  REJECTED: 'REJECTED',
  IN_PROGRESS: 'IN_PROGRESS',
  DONE: 'DONE',
  EXPIRED: 'EXPIRED',
} as const;
export type PrescriptionState = (typeof PrescriptionState)[keyof typeof PrescriptionState];
registerEnumType(PrescriptionState, {
  name: 'PrescriptionState',
  description:
    'PENDING: waits for an answer; IN_PROGRESS: accepted and seen since; EXPIRED: its consent ended or was withdrawn before an answer.',
});

@ObjectType({ description: 'Something that happened to a prescription.' })
export class PrescriptionStep {
  @Field(() => Milestone, { description: 'What.' })
  milestone: Milestone;

  @Field(() => LocalDateScalar, { description: 'Which day.' })
  day: string;
}

/** What time and others tell of a prescription: the day it is there, and when the person was first seen since it was accepted. */
export interface Told {
  readonly today: string;
  readonly firstSeen: string | null;
}

/** To whom it is told: the branch hears all, anybody else what the person agreed to, while they do. */
export type Hearer = 'BRANCH' | 'PRESCRIBER';

/** What time and others tell of these prescriptions; one that is gone is not among them. */
export async function toldOf(tx: Tx, ids: readonly string[], now: Date): Promise<Map<string, Told>> {
  const rows: (Told & { id: string })[] = await tx.query(
    `SELECT p.id, ($2::timestamptz AT TIME ZONE k.zone)::date::text AS today,
            (SELECT min(c.occurred_on)::text FROM same_person(p.beneficiary_id) AS one(id) JOIN contact c ON c.beneficiary_id = one.id
             WHERE c.kind IN ('ACT', 'SEAT') AND c.occurred_on >= p.answered_on) AS "firstSeen"
     FROM prescription p JOIN known_branch k USING (branch) WHERE p.id = ANY ($1::uuid[])`,
    [ids, now],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The person's consent has ended, or they took it back. */
export function isOver(one: Prescription, today: string): boolean {
  return one.consentWithdrawnAt !== null || one.consentUntil < today;
}

/** Whether this step may be told. */
export function tells(one: Prescription, hearer: Hearer, milestone: Milestone): boolean {
  return hearer === 'BRANCH' || one.consentScope.includes(milestone);
}

/** How far it is, as far as they may know. */
export function stateTold(one: Prescription, { today, firstSeen }: Told, hearer: Hearer): PrescriptionState {
  if (isOver(one, today) && (one.state === 'PENDING' || hearer !== 'BRANCH')) return 'EXPIRED';
  if (one.state === 'DONE' && tells(one, hearer, 'DONE')) return 'DONE';
  if (one.state === 'PENDING' || !tells(one, hearer, 'ANSWERED')) return 'PENDING';
  if (one.state === 'REJECTED') return 'REJECTED';
  return firstSeen !== null && tells(one, hearer, 'FIRST_SEEN') ? 'IN_PROGRESS' : 'ACCEPTED';
}

/** What happened, as far as they may know. */
export function stepsTold(one: Prescription, { today, firstSeen }: Told, hearer: Hearer): PrescriptionStep[] {
  if (one.consentUntil < today && hearer !== 'BRANCH') return [];
  const days = { ANSWERED: one.answeredOn, FIRST_SEEN: firstSeen, DONE: one.doneOn };
  return Object.values(Milestone).flatMap((milestone) => {
    const day = days[milestone];
    return day !== null && tells(one, hearer, milestone) ? [{ milestone, day }] : [];
  });
}
