import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import type { MemberRole } from '#events';
import { MemberInvited } from '#events';
import { lockAggregate, Outbox } from '#messaging';
import { Clock, Database, Ids, refusing } from '#persistence';
import { DirectoryWorker } from '../directory/directory-worker.js';
import { Member } from '../member.entity.js';
import { MAIL_TAKEN } from '../member.refusals.js';
import { requireBranches } from '../member-for.js';
import { factsOf, requireGivable } from '../rights.js';

/** Whom to ask, and for which role. */
export interface MemberToInvite {
  name: string;
  mail: string;
  role: MemberRole;
  branches?: string[] | null | undefined;
}

@Injectable()
export class InviteMember {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly worker: DirectoryWorker,
  ) {}

  async execute({ name, mail, role, branches }: MemberToInvite, actor: Actor): Promise<Member> {
    const facts = factsOf(role, branches ?? actor.branches.filter((branch) => branch !== '*'));
    requireGivable(actor, facts);
    const invited = { name, mail, facts };
    const member = await this.db.command(actor, Member, async (tx) => {
      await requireBranches(tx, facts.branches);
      const now = this.clock.now();
      const known = await tx.findOneBy(Member, { mail: mail.trim().toLowerCase() });
      if (known) {
        await lockAggregate(tx, MemberInvited.topic, known.id);
        const current = await tx.findOneByOrFail(Member, { id: known.id });
        requireGivable(actor, current.facts());
        const events = current.inviteAgain(invited, now);
        await tx.save(current);
        await this.outbox.add(tx, events, actor);
        return current;
      }
      const { member, events } = Member.invite(this.ids.next(), invited, now);
      // Also for an address out of the actor's sight.
      await refusing({ member_mail: () => MAIL_TAKEN({}, 'input.mail') }, () => tx.insert(Member, member));
      await this.outbox.add(tx, events, actor);
      return member;
    });
    this.worker.wake();
    return member;
  }
}
