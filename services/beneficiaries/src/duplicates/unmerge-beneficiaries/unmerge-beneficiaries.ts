import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { NOT_FOUND, requireReason } from '#errors';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { AuditTrail } from '../../audit/audit-trail.js';
import { momentIn, noteCorrection } from '../../beneficiaries/beneficiary-record.js';
import { recountContacts } from '../../retention/contacts.js';
import { Merge } from '../merge.entity.js';
import { pairToSettle, settlePair } from '../pair-of-people.js';

/** Which merge was a mistake, and why. */
export interface MergeToUndo {
  mergeId: string;
  reason: string;
}

/** As the worker, for the same cause as the merge itself. */
@Injectable()
export class UnmergeBeneficiaries {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly trail: AuditTrail,
  ) {}

  async execute({ mergeId, reason }: MergeToUndo, actor: Actor): Promise<Merge> {
    const why = requireReason(reason);
    await this.db.require(actor);
    // What the worker then changes, the database first lets the actor see.
    const named = await this.db.read(actor, (tx) => tx.findOneBy(Merge, { id: mergeId }));
    if (!named) throw NOT_FOUND({ what: 'Réunion', whatEn: 'Merge' }, 'input.mergeId');
    return this.db.work(async (tx) => {
      const field = 'input.mergeId';
      const people = await pairToSettle(tx, actor, [named.keptId, named.mergedId], [field, field]);
      // Read again, now that nobody else can undo it.
      const merge = await tx.findOneByOrFail(Merge, { id: mergeId });
      const moment = await momentIn(tx, people[0].branch, this.clock);
      const events = merge.undo(actor.subject, moment);
      await tx.update(Merge, { id: mergeId }, merge);
      await settlePair(tx, this.ids.next(), people, { settled: 'NOT_SAME', at: moment.now, by: actor.subject });
      for (const { id } of people) await recountContacts(tx, id);
      const access = { action: 'WRITE', purpose: 'unmerge-beneficiaries', fields: ['merge'] } as const;
      await this.trail.note(tx, actor, people, access);
      for (const beneficiary of people)
        await noteCorrection(tx, {
          ...{ id: this.ids.next(), beneficiary, what: 'UNMERGED', reason: why, author: actor.subject, at: moment.now },
        });
      await this.outbox.add(tx, events, actor);
      return merge;
    });
  }
}
