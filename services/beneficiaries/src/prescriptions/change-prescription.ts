import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import type { Actor } from '#access';
import type { Fact } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, type Tx } from '#persistence';
import { Uuid } from '#runtime';
import { momentIn } from '../beneficiaries/beneficiary-record.js';
import type { Moment } from '../beneficiaries/enrolment-input.js';
import { planLetter } from './plan-letter.js';
import { Prescription } from './prescription.entity.js';
import { prescriptionFor } from './prescription-for.js';

@InputType({ isAbstract: true })
export abstract class PrescriptionNamed {
  @Field(() => Uuid, { description: 'The prescription.' })
  id: string;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when it is not the current one.' })
  expectedVersion?: number | null;
}

/** Loads a prescription, lets it be changed, keeps it, announces what came of it and has its prescriber written to. */
@Injectable()
export class ChangePrescription {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(
    named: PrescriptionNamed,
    actor: Actor,
    change: (prescription: Prescription, moment: Moment, tx: Tx) => Promise<Fact[]> | Fact[],
  ): Promise<Prescription> {
    return this.db.command(actor, Prescription, async (tx) => {
      const prescription = await prescriptionFor(tx, named.id, named.expectedVersion);
      const { state } = prescription;
      const moment = await momentIn(tx, prescription.branch, this.clock);
      const events = await change(prescription, moment, tx);
      await tx.update(Prescription, { id: prescription.id }, prescription);
      if (prescription.state !== state) {
        const kind = prescription.state === 'DONE' ? 'DONE' : 'ANSWERED';
        await planLetter(tx, this.ids, prescription, { kind, now: moment.now });
      }
      await this.outbox.add(tx, events, actor);
      return prescription;
    });
  }
}
