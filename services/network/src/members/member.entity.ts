import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Actor } from '#access';
import { requireText, requireVersion } from '#errors';
import {
  type Fact,
  happened,
  type MemberFacts,
  MemberInvited,
  MemberJoined,
  type MemberRole,
  MemberRoleGranted,
  MemberSessionsEnded,
  type MemberState,
  MemberWithdrawn,
} from '#events';
import { GraphQLVocabulary, searchText, Uuid } from '#runtime';
import { helperDescribed } from '../helpers/helper-described.js';
import { HelperProfile, NO_HELPER } from '../helpers/helper-profile.js';
import { INVITATION_OVER, MAIL_ADDRESS, MAIL_TAKEN, MEMBER_WITHDRAWN } from './member.refusals.js';
import { requireGivable, requireSomebodyElse } from './rights.js';

/** Somebody to invite: who, and with which rights. */
export interface Invited {
  readonly name: string;
  readonly mail: string;
  readonly facts: MemberFacts;
}

@Entity()
@ObjectType({ description: 'Somebody who works in the network. Names and addresses are kept here and nowhere else.' })
export class Member extends HelperProfile {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the member.' })
  id: string;

  /** What the identity provider calls this person; null until it knows them. */
  @Column('text', { nullable: true })
  subject: string | null;

  @Column('text')
  @Field(() => String, { description: 'Given and family name.' })
  name: string;

  @Column('text')
  @Field(() => String, { description: 'E-mail address, in lower case.' })
  mail: string;

  @Column('text')
  search: string;

  @Column('text')
  @Field(() => GraphQLVocabulary.MemberRole, { description: 'The role held, or the last one.' })
  role: MemberRole;

  @Column('text', { array: true })
  @Field(() => [String], { description: 'Codes of the branches within reach; `*` alone is the whole network.' })
  branches: string[];

  @Column('text')
  @Field(() => GraphQLVocabulary.MemberState, { description: 'Whether the member may sign in.' })
  state: MemberState;

  @Column('int')
  @Field(() => Int, { description: 'Grows with each change; give it back as `expectedVersion`.' })
  version: number;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  @Column('text', { nullable: true })
  invitationHash: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  invitationEndsAt: Date | null;

  /** An invitation has to be sent. */
  @Column('boolean')
  mailDue: boolean;

  /** Tokens issued before are refused everywhere. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  sessionsEndedAt: Date | null;

  /** What ends once the identity provider knows of the change: nothing, tokens, or every sign-in that begets them. */
  @Column('text')
  toEnd: 'NOTHING' | 'TOKENS' | 'SIGN_INS';

  /** The version that the identity provider has been told of. */
  @Column('int')
  carriedVersion: number;

  /** Refuses `TEXT_LENGTH`, `MAIL_ADDRESS`. The event names nobody. */
  static invite(id: string, invited: Invited, now: Date): { member: Member; events: Fact[] } {
    const member = Object.assign(new Member(), {
      id,
      subject: null,
      ...NO_HELPER,
      ...named(invited),
      ...invited.facts,
      state: 'INVITED',
      version: 1,
      createdAt: now,
      invitationHash: null,
      invitationEndsAt: null,
      mailDue: true,
      sessionsEndedAt: null,
      toEnd: 'NOTHING',
      // Nothing to tell the identity provider before the invitation is accepted.
      carriedVersion: 1,
    });
    return { member, events: [fact(MemberInvited, member, now, { after: member.facts() })] };
  }

  /** Somebody the identity provider knows already: a persona of the demo network. */
  static known(id: string, subject: string, invited: Invited, now: Date): { member: Member; events: Fact[] } {
    const { member } = Member.invite(id, invited, now);
    Object.assign(member, { subject, state: 'ACTIVE', mailDue: false });
    return { member, events: [fact(MemberJoined, member, now, { after: member.facts() })] };
  }

  /** Asks once more: who has not accepted, or holds no role any more. Refuses `MAIL_TAKEN` for an active member, and as `invite`. */
  inviteAgain(invited: Invited, now: Date): Fact[] {
    if (this.state === 'ACTIVE') throw MAIL_TAKEN({}, 'input.mail');
    Object.assign(this, named(invited), invited.facts, { state: 'INVITED', invitationHash: null, mailDue: true });
    this.version += 1;
    return [fact(MemberInvited, this, now, { after: this.facts() })];
  }

  /** Refuses `INVITATION_OVER` when it has been accepted, withdrawn, or is past its day. */
  accept(now: Date): Fact[] {
    const holds = this.state === 'INVITED' && this.invitationEndsAt !== null && now < this.invitationEndsAt;
    if (!holds) throw INVITATION_OVER({});
    Object.assign(this, { state: 'ACTIVE', invitationHash: null, invitationEndsAt: null });
    this.version += 1;
    return [fact(MemberJoined, this, now, { after: this.facts() })];
  }

  /**
   * Another role, or other branches; nothing new announces nothing. Tokens that say the old ones end; the sign-in goes on and
   * begets new ones. Refuses
   * `OWN_RIGHTS`, `ROLE_OUT_OF_REACH` (of what is taken as of what is given), `MEMBER_WITHDRAWN`, `CHANGED_MEANWHILE`.
   */
  grant(actor: Actor, after: MemberFacts, expectedVersion: number | null | undefined, now: Date): Fact[] {
    this.requireManagedBy(actor);
    requireGivable(actor, after);
    if (this.state === 'WITHDRAWN') throw MEMBER_WITHDRAWN({});
    requireVersion(this.version, expectedVersion);
    const before = this.facts();
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    Object.assign(this, after);
    this.version += 1;
    return [
      fact(MemberRoleGranted, this, now, { before, after }),
      ...helperDescribed(this, now),
      ...this.end('TOKENS', now),
    ];
  }

  /** No role, no sign-in. Withdrawing twice announces nothing. Refuses `OWN_RIGHTS`, `ROLE_OUT_OF_REACH`. */
  withdraw(actor: Actor, now: Date): Fact[] {
    this.requireManagedBy(actor);
    if (this.state === 'WITHDRAWN') return [];
    Object.assign(this, { state: 'WITHDRAWN', invitationHash: null, invitationEndsAt: null, mailDue: false });
    this.version += 1;
    return [fact(MemberWithdrawn, this, now, { before: this.facts() }), ...this.end('SIGN_INS', now)];
  }

  /** Signs the member out everywhere: by themselves, or by whoever may give them their role. Refuses `ROLE_OUT_OF_REACH`. */
  endSessions(actor: Actor, now: Date): Fact[] {
    if (actor.subject !== this.subject) requireGivable(actor, this.facts());
    this.version += 1;
    return this.end('SIGN_INS', now);
  }

  /**
   * The identity provider has done what version `carried` says. Whatever it issued while it was being told may hold the old
   * rights, so sessions that had to end do so once more. Gives the facts this causes.
   */
  carriedOut(carried: { version: number; subject: string | null }, now: Date): Fact[] {
    // Whoever plans shifts knows helpers by their sign-in.
    const known = this.subject === carried.subject;
    this.subject = carried.subject;
    this.carriedVersion = carried.version;
    const told = known ? [] : helperDescribed(this, now);
    if (this.toEnd === 'NOTHING' || carried.subject === null || carried.version !== this.version) return told;
    this.toEnd = 'NOTHING';
    this.sessionsEndedAt = now;
    return [...told, sessionsEnded(this, carried.subject, now)];
  }

  /** What events tell of a member. */
  facts(): MemberFacts {
    return { role: this.role, branches: this.branches };
  }

  private requireManagedBy(actor: Actor): void {
    requireSomebodyElse(actor, this.subject);
    requireGivable(actor, this.facts());
  }

  private end(what: 'TOKENS' | 'SIGN_INS', now: Date): Fact[] {
    if (this.subject === null) return [];
    this.sessionsEndedAt = now;
    // Sign-ins that wait to be ended do not live on because a role changed meanwhile.
    if (this.toEnd !== 'SIGN_INS') this.toEnd = what;
    return [sessionsEnded(this, this.subject, now)];
  }
}

function named({ name, mail }: Invited): { name: string; mail: string; search: string } {
  const checked = requireText(name, 'input.name', { min: 2, max: 120 });
  const address = requireText(mail, 'input.mail', { min: 5, max: 254 }).toLowerCase();
  // No line break, comma or angle bracket: an address is a header of a mail.
  if (!/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\]+$/.test(address))
    throw MAIL_ADDRESS({}, 'input.mail');
  return { name: checked, mail: address, search: searchText(checked, address) };
}

/** Of the branch when there is one alone, else of the network. */
function branchOf({ branches }: MemberFacts): string | null {
  return branches.length === 1 && branches[0] !== '*' ? (branches[0] ?? null) : null;
}

function fact<D extends Parameters<typeof happened>[0]>(
  definition: D,
  member: Member,
  at: Date,
  data: Record<string, unknown>,
): Fact {
  return happened(definition, { branch: branchOf(member), at, data: { memberId: member.id, ...data } });
}

function sessionsEnded(member: Member, subject: string, now: Date): Fact {
  return fact(MemberSessionsEnded as never, member, now, { subject, issuedBefore: now.toISOString() });
}
