import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database } from '#persistence';
import { DirectoryWorker } from '../directory/directory-worker.js';
import { Member } from '../member.entity.js';
import { memberFor, requireOtherAdministrator } from '../member-for.js';

@Injectable()
export class WithdrawMember {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly worker: DirectoryWorker,
  ) {}

  async execute({ id }: { id: string }, actor: Actor): Promise<Member> {
    const withdrawn = await this.db.command(actor, Member, async (tx) => {
      const member = await memberFor(tx, actor, id);
      await requireOtherAdministrator(tx, member);
      const events = member.withdraw(actor, this.clock.now());
      if (events.length > 0) await tx.save(member);
      await this.outbox.add(tx, events, actor);
      return member;
    });
    this.worker.wake();
    return withdrawn;
  }
}
