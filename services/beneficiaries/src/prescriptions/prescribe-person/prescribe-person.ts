import { Injectable } from '@nestjs/common';
import { type Actor, branchOf } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { momentIn } from '../../beneficiaries/beneficiary-record.js';
import { waitUntilNamedAreKnown } from '../../known/known.js';
import { Prescription } from '../prescription.entity.js';
import { type PrescriptionInput } from '../prescription-input.js';

/** The prescriber learns nothing of whom the network knows already: that is for the branch to find out. */
@Injectable()
export class PrescribePerson {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute(
    input: PrescriptionInput & { branch?: string | null | undefined },
    actor: Actor,
  ): Promise<Prescription> {
    const branch = branchOf(actor, input.branch);
    await this.db.require(actor);
    await waitUntilNamedAreKnown(this.db, { branch, organisationId: input.organisationId });
    return this.db.command(actor, Prescription, async (tx) => {
      const by = { id: this.ids.next(), branch, by: actor.subject };
      const { prescription, events } = Prescription.prescribe(by, input, await momentIn(tx, branch, this.clock));
      await tx.insert(Prescription, prescription);
      await this.outbox.add(tx, events, actor);
      return prescription;
    });
  }
}
