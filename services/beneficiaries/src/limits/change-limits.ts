import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import type { Actor } from '#access';
import { requireReason } from '#errors';
import type { Fact } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { Uuid } from '#runtime';
import { AuditTrail } from '../audit/audit-trail.js';
import { Beneficiary } from '../beneficiaries/beneficiary.entity.js';
import { BENEFICIARY_VOIDED } from '../beneficiaries/beneficiary.refusals.js';
import { keepRecord, momentIn, noteCorrection, personToErase } from '../beneficiaries/beneficiary-record.js';
import type { Moment } from '../beneficiaries/enrolment-input.js';
import { keepContact } from '../retention/contacts.js';

@InputType({ isAbstract: true })
export abstract class LimitInput {
  @Field(() => Uuid, { description: 'The person.' })
  id: string;

  @Field(() => Int, { description: 'The version you read; refused when it is not the current one.' })
  expectedVersion: number;

  @Field(() => String, { description: 'Why, 3–500 characters; kept with the record.' })
  reason: string;
}

/** What is done with what bounds a record. */
export interface LimitChange {
  /** As the record's history calls it. */
  readonly what: string;
  /** The slice, for the trail. */
  readonly purpose: string;
  readonly change: (person: Beneficiary, moment: Moment) => Fact[];
}

/** Changes what bounds the work with a record, with a reason that stays here; whoever works with the person is told. */
@Injectable()
export class ChangeLimits {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly trail: AuditTrail,
  ) {}

  execute(input: LimitInput, actor: Actor, { what, purpose, change }: LimitChange): Promise<Beneficiary> {
    const reason = requireReason(input.reason);
    return this.db.command(actor, Beneficiary, async (tx) => {
      const person = await personToErase(tx, input.id, input.expectedVersion);
      if (person.voided) throw BENEFICIARY_VOIDED({}, 'input.id');
      const moment = await momentIn(tx, person.branch, this.clock);
      const { restrictionGround } = person;
      const events = change(person, moment);
      await keepRecord(tx, person);
      // Whoever is brought back from the archive is back; a record merely looked at there is not.
      if (restrictionGround === 'RETENTION' && person.restrictedAt === null)
        await keepContact(tx, {
          ...{ kind: 'DECLARED', sourceId: this.ids.next() },
          ...{ beneficiaryId: person.id, occurredOn: moment.today },
        });
      await this.trail.note(tx, actor, [person], { action: 'WRITE', purpose, fields: ['limits'] });
      const note = { id: this.ids.next(), beneficiary: person, what, reason, author: actor.subject, at: moment.now };
      await noteCorrection(tx, note);
      await this.outbox.add(tx, events, actor);
      return person;
    });
  }
}
