import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import type { PersonClasses } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { noteCorrection } from '../../correction.entity.js';
import { classesOn, waitUntilNamedAreKnown } from '../../known/known.js';
import { type ActDescription, SupportAct } from '../support-act.entity.js';
import { ACT_OF_SESSION } from '../support-act.refusals.js';
import { supportActFor } from '../support-act-for.js';

/** Mends a drop-in, or attaches it to a person; figures move from the old contribution to the new one. */
@Injectable()
export class CorrectSupportAct {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute(
    input: ActDescription & { supportActId: string; reason: string; stated: PersonClasses },
    actor: Actor,
  ): Promise<SupportAct> {
    const { beneficiaryId, placeId } = input;
    await waitUntilNamedAreKnown(this.db, { beneficiaryId, placeId });
    return this.db.command(actor, SupportAct, async (tx) => {
      const act = await supportActFor(tx, input.supportActId);
      if (act.sessionId !== null) throw ACT_OF_SESSION({});
      const classes = beneficiaryId === null ? input.stated : await classesOn(tx, beneficiaryId, act.occurredOn);
      const events = act.correct(input, classes, this.clock.now());
      await tx.update(SupportAct, { id: act.id }, { ...act });
      await noteCorrection(
        tx,
        { actor, clock: this.clock, ids: this.ids },
        {
          branch: act.branch,
          subjectKind: 'SUPPORT_ACT',
          subjectId: act.id,
          what: 'CORRECTED',
          reason: input.reason,
        },
      );
      await this.outbox.add(tx, events, actor);
      return act;
    });
  }
}
