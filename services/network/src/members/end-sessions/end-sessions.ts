import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { NOT_FOUND } from '#errors';
import { Outbox } from '#messaging';
import { Clock, Database } from '#persistence';
import { DirectoryWorker } from '../directory/directory-worker.js';
import { Member } from '../member.entity.js';
import { memberFor } from '../member-for.js';

@Injectable()
export class EndSessions {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly worker: DirectoryWorker,
  ) {}

  /** Without an id, of the actor. */
  async execute({ id }: { id?: string }, actor: Actor): Promise<Member> {
    const signedOut = await this.db.command(actor, Member, async (tx) => {
      const own = id ?? (await tx.findOneBy(Member, { subject: actor.subject }))?.id;
      if (own === undefined) throw NOT_FOUND({ what: 'Membre', whatEn: 'Member' });
      const member = await memberFor(tx, actor, own);
      const events = member.endSessions(actor, this.clock.now());
      await tx.save(member);
      await this.outbox.add(tx, events, actor);
      return member;
    });
    this.worker.wake();
    return signedOut;
  }
}
