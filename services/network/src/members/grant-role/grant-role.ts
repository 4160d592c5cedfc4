import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import type { MemberRole } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database } from '#persistence';
import { DirectoryWorker } from '../directory/directory-worker.js';
import { Member } from '../member.entity.js';
import { memberFor, requireBranches, requireOtherAdministrator } from '../member-for.js';
import { factsOf } from '../rights.js';

/** The rights that a member holds from now on. */
export interface RoleToGrant {
  id: string;
  role: MemberRole;
  branches?: string[] | null | undefined;
  expectedVersion?: number | null | undefined;
}

@Injectable()
export class GrantRole {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly worker: DirectoryWorker,
  ) {}

  async execute({ id, role, branches, expectedVersion }: RoleToGrant, actor: Actor): Promise<Member> {
    const granted = await this.db.command(actor, Member, async (tx) => {
      const member = await memberFor(tx, actor, id);
      const after = factsOf(role, branches ?? member.branches.filter((branch) => branch !== '*'));
      if (after.role !== 'ADMINISTRATOR') await requireOtherAdministrator(tx, member);
      const events = member.grant(actor, after, expectedVersion, this.clock.now());
      await requireBranches(tx, after.branches);
      if (events.length > 0) await tx.save(member);
      await this.outbox.add(tx, events, actor);
      return member;
    });
    this.worker.wake();
    return granted;
  }
}
