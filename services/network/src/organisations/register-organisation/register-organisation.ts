import { Injectable } from '@nestjs/common';
import { type Actor, branchOf } from '#access';
import { NOT_FOUND } from '#errors';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, refusing } from '#persistence';
import { Organisation, type OrganisationDescription } from '../organisation.entity.js';

@Injectable()
export class RegisterOrganisation {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(
    input: OrganisationDescription & { branch?: string | null | undefined },
    actor: Actor,
  ): Promise<Organisation> {
    return this.db.command(actor, Organisation, async (tx) => {
      const branch = branchOf(actor, input.branch);
      const { organisation, events } = Organisation.register(this.ids.next(), branch, input, this.clock.now());
      await refusing(
        { organisation_branch: () => NOT_FOUND({ what: 'Antenne', whatEn: 'Branch' }, 'input.branch') },
        () => tx.insert(Organisation, organisation),
      );
      await this.outbox.add(tx, events, actor);
      return organisation;
    });
  }
}
