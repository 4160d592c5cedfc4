import { Injectable } from '@nestjs/common';
import { type Actor, branchOf } from '#access';
import { NOT_FOUND } from '#errors';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, refusing } from '#persistence';
import { Donor, type DonorDescription } from '../donor.entity.js';

@Injectable()
export class RegisterDonor {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: DonorDescription & { branch?: string | null | undefined }, actor: Actor): Promise<Donor> {
    return this.db.command(actor, Donor, async (tx) => {
      const branch = branchOf(actor, input.branch);
      const { donor, events } = Donor.register(this.ids.next(), branch, input, this.clock.now());
      await refusing({ donor_branch: () => NOT_FOUND({ what: 'Antenne', whatEn: 'Branch' }, 'input.branch') }, () =>
        tx.insert(Donor, donor),
      );
      await this.outbox.add(tx, events, actor);
      return donor;
    });
  }
}
