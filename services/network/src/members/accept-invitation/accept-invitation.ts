import { Injectable } from '@nestjs/common';
import { MemberInvited } from '#events';
import { lockAggregate, Outbox } from '#messaging';
import { Clock, Database } from '#persistence';
import { DirectoryWorker } from '../directory/directory-worker.js';
import { hashOf } from '../mail/mailer.js';
import { Member } from '../member.entity.js';
import { INVITATION_OVER } from '../member.refusals.js';

/** Whoever holds the secret of the mail accepts; there is nobody signed in yet to ask. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly worker: DirectoryWorker,
  ) {}

  /** Gives the address to sign in with. Refuses `INVITATION_OVER`. */
  async execute(secret: string): Promise<{ mail: string }> {
    const accepted = await this.db.work(async (tx) => {
      const invited = await tx.findOneBy(Member, { invitationHash: hashOf(secret) });
      if (!invited) throw INVITATION_OVER({});
      await lockAggregate(tx, MemberInvited.topic, invited.id);
      // Read again under the lock: two clicks at once are one acceptance.
      const member = await tx.findOneBy(Member, { id: invited.id, invitationHash: hashOf(secret) });
      if (!member) throw INVITATION_OVER({});
      const events = member.accept(this.clock.now());
      await tx.save(member);
      await this.outbox.add(tx, events);
      return { id: member.id, mail: member.mail };
    });
    // Whoever accepts signs in next.
    await this.worker.carryOutFor(accepted.id);
    return { mail: accepted.mail };
  }
}
