import { type Actor, reaches } from '#access';
import { type MemberFacts, type MemberRole } from '#events';
import { BRANCHES_OF_ROLE, OWN_RIGHTS, ROLE_OUT_OF_REACH } from './member.refusals.js';

/** Roles that look at the whole network and belong to no branch. */
const NATIONAL: ReadonlySet<MemberRole> = new Set(['NATIONAL_COORDINATOR', 'AUDITOR', 'ADMINISTRATOR', 'API_CLIENT']);
/** What a branch manager may give. */
const OF_A_BRANCH: ReadonlySet<MemberRole> = new Set(['HELPER', 'BRANCH_MANAGER']);

/** A role with the branches it is held in: the network's own roles reach everywhere. Refuses `BRANCHES_OF_ROLE`. */
export function factsOf(role: MemberRole, branches: readonly string[]): MemberFacts {
  if (NATIONAL.has(role)) return { role, branches: ['*'] };
  const codes = [...new Set(branches)].sort();
  if (codes.length === 0 || codes.includes('*')) throw BRANCHES_OF_ROLE({}, 'input.branches');
  return { role, branches: codes };
}

/** Whether the actor may give or take this role there: the administrator any, a manager those of their own branches. */
export function mayGive(actor: Actor, { role, branches }: MemberFacts): boolean {
  if (actor.role === 'ADMINISTRATOR') return true;
  return actor.role === 'BRANCH_MANAGER' && OF_A_BRANCH.has(role) && branches.every((branch) => reaches(actor, branch));
}

/** Refuses `ROLE_OUT_OF_REACH` unless the actor may give this role there. */
export function requireGivable(actor: Actor, facts: MemberFacts): void {
  if (!mayGive(actor, facts)) throw ROLE_OUT_OF_REACH({}, 'input.role');
}

/** Refuses `OWN_RIGHTS` for one's own record, whatever the role. */
export function requireSomebodyElse(actor: Actor, subject: string | null): void {
  if (actor.subject === subject) throw OWN_RIGHTS({});
}
