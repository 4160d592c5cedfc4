import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { noteCorrection } from '../../correction.entity.js';
import { SupportAct } from '../support-act.entity.js';
import { ACT_OF_SESSION } from '../support-act.refusals.js';
import { supportActFor } from '../support-act-for.js';

/** Takes a drop-in back; it stays readable, struck through, and no longer counts. */
@Injectable()
export class VoidSupportAct {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: { supportActId: string; reason: string }, actor: Actor): Promise<SupportAct> {
    return this.db.command(actor, SupportAct, async (tx) => {
      const act = await supportActFor(tx, input.supportActId);
      if (act.sessionId !== null) throw ACT_OF_SESSION({});
      const events = act.void(this.clock.now());
      await tx.update(SupportAct, { id: act.id }, { voided: true });
      await noteCorrection(
        tx,
        { actor, clock: this.clock, ids: this.ids },
        {
          branch: act.branch,
          subjectKind: 'SUPPORT_ACT',
          subjectId: act.id,
          what: 'VOIDED',
          reason: input.reason,
        },
      );
      await this.outbox.add(tx, events, actor);
      return act;
    });
  }
}
