import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { NOT_FOUND } from '#errors';
import { lockAggregate, Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { noteCorrection } from '../../correction.entity.js';
import { RefusedDropIn } from '../refused-drop-in.entity.js';

/** Takes back a refused passage noted by mistake. */
@Injectable()
export class VoidRefusedDropIn {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: { refusedDropInId: string; reason: string }, actor: Actor): Promise<RefusedDropIn> {
    return this.db.command(actor, RefusedDropIn, async (tx) => {
      await lockAggregate(tx, 'workshops.refused-drop-ins', input.refusedDropInId);
      const refused = await tx.findOneBy(RefusedDropIn, { id: input.refusedDropInId });
      if (!refused) throw NOT_FOUND({ what: 'Passage refusé', whatEn: 'Refused drop-in' }, 'input.refusedDropInId');
      const events = refused.void(this.clock.now());
      await tx.update(RefusedDropIn, { id: refused.id }, { voided: true });
      await noteCorrection(
        tx,
        { actor, clock: this.clock, ids: this.ids },
        {
          branch: refused.branch,
          subjectKind: 'REFUSED_DROP_IN',
          subjectId: refused.id,
          what: 'VOIDED',
          reason: input.reason,
        },
      );
      await this.outbox.add(tx, events, actor);
      return refused;
    });
  }
}
