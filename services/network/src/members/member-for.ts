import type { Actor } from '#access';
import { NOT_FOUND } from '#errors';
import { MemberInvited } from '#events';
import { lockAggregate } from '#messaging';
import type { Tx } from '#persistence';
import { Branch } from '../branches/branch.entity.js';
import { Member } from './member.entity.js';
import { LAST_ADMINISTRATOR } from './member.refusals.js';
import { mayGive } from './rights.js';

/**
 * The member, locked; within the actor's reach, or the actor. Refuses `NOT_FOUND` for any other. `tx` belongs to the actor,
 * whose rows the database bounds as well.
 */
export async function memberFor(tx: Tx, actor: Actor, id: string): Promise<Member> {
  await lockAggregate(tx, MemberInvited.topic, id);
  const member = await tx.findOneBy(Member, { id });
  if (!member || !isSeenBy(actor, member)) throw NOT_FOUND({ what: 'Membre', whatEn: 'Member' }, 'input.id');
  return member;
}

/** Whether the actor may know of the member: themselves, those of their branches, and the administrator everybody. */
export function isSeenBy(actor: Actor, member: Member): boolean {
  if (actor.subject === member.subject || actor.role === 'ADMINISTRATOR') return true;
  return actor.role === 'BRANCH_MANAGER' && member.branches.every((branch) => actor.branches.includes(branch));
}

/** Refuses `NOT_FOUND` when one of the codes is no branch. */
export async function requireBranches(tx: Tx, codes: readonly string[]): Promise<void> {
  if (codes.includes('*')) return;
  const known = await tx.countBy(
    Branch,
    codes.map((id) => ({ id })),
  );
  if (known !== codes.length) throw NOT_FOUND({ what: 'Antenne', whatEn: 'Branch' }, 'input.branches');
}

/**
 * Refuses `LAST_ADMINISTRATOR` unless another one stays. Two who withdraw each other at once take turns here.
 */
export async function requireOtherAdministrator(tx: Tx, member: Member): Promise<void> {
  if (member.role !== 'ADMINISTRATOR' || member.state !== 'ACTIVE') return;
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('administrators'))`);
  const [row]: { others: string }[] = await tx.query(
    `SELECT count(*) AS others FROM member WHERE role = 'ADMINISTRATOR' AND state = 'ACTIVE' AND id <> $1`,
    [member.id],
  );
  if (Number(row?.others) === 0) throw LAST_ADMINISTRATOR({});
}

/** What the actor may do with the member, so that a page shows no button that would be refused. */
export function mayChange(actor: Actor, member: Member): boolean {
  return actor.subject !== member.subject && mayGive(actor, member.facts());
}
