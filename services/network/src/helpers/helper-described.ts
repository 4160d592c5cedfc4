import { type Fact, HelperDescribed, happened } from '#events';
import type { Member } from '../members/member.entity.js';

/** What whoever plans shifts is told of a member who helps; nothing of one who does not. */
export function helperDescribed(member: Member, at: Date): Fact[] {
  const { id: memberId, subject, branches, helperKind: kind, skills, missionEndsOn } = member;
  if (kind === null) return [];
  const branch = branches.length === 1 && branches[0] !== '*' ? (branches[0] ?? null) : null;
  const after = { kind, skills, branches, missionEndsOn };
  return [happened(HelperDescribed, { branch, at, data: { memberId, subject, after } })];
}
