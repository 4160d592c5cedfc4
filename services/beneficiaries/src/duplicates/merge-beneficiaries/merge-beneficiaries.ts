import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { requireReason } from '#errors';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, type Tx } from '#persistence';
import { AuditTrail } from '../../audit/audit-trail.js';
import type { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { momentIn, noteCorrection } from '../../beneficiaries/beneficiary-record.js';
import { recountContacts } from '../../retention/contacts.js';
import { BENEFICIARY_MERGED } from '../duplicate.refusals.js';
import { Merge } from '../merge.entity.js';
import { pairToSettle, requireOneWithinReach, settlePair } from '../pair-of-people.js';

/** Who is whom, and how that was known. */
export interface PeopleToMerge {
  keptId: string;
  mergedId: string;
  reason: string;
}

/** As the worker, once the actor was found to be allowed to: the other person may be of a branch out of their reach. */
@Injectable()
export class MergeBeneficiaries {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly trail: AuditTrail,
  ) {}

  async execute({ keptId, mergedId, reason }: PeopleToMerge, actor: Actor): Promise<Merge> {
    const why = requireReason(reason);
    await this.db.require(actor);
    await requireOneWithinReach(this.db, actor, [keptId, mergedId], 'input.keptId');
    return this.db.work(async (tx) => {
      const people = await pairToSettle(tx, actor, [keptId, mergedId], ['input.keptId', 'input.mergedId']);
      const held = await heldMerges(tx, people);
      const same = held.find((merge) => merge.keptId === keptId && merge.mergedId === mergedId);
      // Pressed twice, or sent again after no answer came.
      if (same) return same;
      for (const merge of held)
        throw BENEFICIARY_MERGED({}, merge.mergedId === keptId ? 'input.keptId' : 'input.mergedId');
      const moment = await momentIn(tx, people[0].branch, this.clock);
      const { merge, events } = Merge.of({ id: this.ids.next(), by: actor.subject }, people, moment);
      await tx.insert(Merge, merge);
      await settlePair(tx, this.ids.next(), people, { settled: 'SAME', at: moment.now, by: actor.subject });
      await recountContacts(tx, keptId);
      await this.trail.note(tx, actor, people, { action: 'WRITE', purpose: 'merge-beneficiaries', fields: ['merge'] });
      for (const beneficiary of people)
        await noteCorrection(tx, {
          ...{ id: this.ids.next(), beneficiary, what: 'MERGED', reason: why, author: actor.subject, at: moment.now },
        });
      await this.outbox.add(tx, events, actor);
      return merge;
    });
  }
}

/** Merges that hold and by which either of the two already goes on under another record; a record that others go on under is free. */
async function heldMerges(tx: Tx, people: readonly Beneficiary[]): Promise<Merge[]> {
  return tx
    .createQueryBuilder(Merge, 'm')
    .where('m.merged_id IN (:...ids) AND m.undone_at IS NULL', { ids: people.map(({ id }) => id) })
    .getMany();
}
