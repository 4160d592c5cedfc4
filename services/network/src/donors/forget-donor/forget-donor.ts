import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { NOT_FOUND } from '#errors';
import { lockAggregate, Outbox } from '#messaging';
import { Clock, Database } from '#persistence';
import { Donor } from '../donor.entity.js';

@Injectable()
export class ForgetDonor {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  execute(donorId: string, actor: Actor): Promise<Donor> {
    return this.db.command(actor, Donor, async (tx) => {
      await lockAggregate(tx, 'network.donors', donorId);
      const donor = await tx.findOneBy(Donor, { id: donorId });
      if (!donor) throw NOT_FOUND({ what: 'Donateur', whatEn: 'Donor' }, 'input.donorId');
      const events = donor.forget(this.clock.now());
      const { id, ...columns } = donor;
      await tx.update(Donor, { id }, columns);
      await this.outbox.add(tx, events, actor);
      return donor;
    });
  }
}
