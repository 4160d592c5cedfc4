import { Injectable } from '@nestjs/common';
import { type Actor, branchOf } from '#access';
import type { PersonClasses } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { localDay } from '#runtime';
import { classesOn, UNSTATED, waitUntilNamedAreKnown, zoneOf } from '../../known/known.js';
import { type ActDescription, SupportAct } from '../support-act.entity.js';

/** What a drop-in says: the act, when it was, and what was stated of an anonymous person. */
export interface DropIn extends ActDescription {
  branch?: string | null | undefined;
  occurredAt?: Date | null | undefined;
  stated?: Partial<PersonClasses>;
}

/** Records somebody helped at a drop-in: anonymous first, attached to a person now or later. */
@Injectable()
export class RecordDropIn {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute(input: DropIn, actor: Actor): Promise<SupportAct> {
    const { beneficiaryId, placeId } = input;
    await waitUntilNamedAreKnown(this.db, { beneficiaryId, placeId });
    return this.db.command(actor, SupportAct, async (tx) => {
      const branch = branchOf(actor, input.branch);
      const now = this.clock.now();
      const occurredAt = input.occurredAt ?? now;
      const occurredOn = localDay(occurredAt, await zoneOf(tx, branch));
      const classes =
        beneficiaryId === null ? { ...UNSTATED, ...input.stated } : await classesOn(tx, beneficiaryId, occurredOn);
      const identity = {
        id: this.ids.next(),
        branch,
        solution: 'DROP_IN' as const,
        occurredAt,
        occurredOn,
        by: actor.subject,
      };
      const { act, events } = SupportAct.record(identity, input, classes, now);
      await tx.insert(SupportAct, act);
      await this.outbox.add(tx, events, actor);
      return act;
    });
  }
}
