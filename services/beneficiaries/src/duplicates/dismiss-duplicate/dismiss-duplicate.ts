import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { NOT_FOUND } from '#errors';
import { Clock, Database, type Tx } from '#persistence';
import { AuditTrail } from '../../audit/audit-trail.js';
import { DUPLICATE_SETTLED } from '../duplicate.refusals.js';
import { pairToSettle, settlePair } from '../pair-of-people.js';

/** A pair of ids, as it was proposed. */
interface Proposed {
  readonly low_id: string;
  readonly high_id: string;
  readonly settled: string | null;
}

/** Nobody else is told: two people who were two stay two. */
@Injectable()
export class DismissDuplicate {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  async execute({ pairId }: { pairId: string }, actor: Actor): Promise<boolean> {
    await this.db.require(actor);
    // What the worker then settles, the database first lets the actor see.
    const { low_id, high_id } = await this.db.read(actor, (tx) => proposed(tx, pairId));
    return this.db.work(async (tx) => {
      const people = await pairToSettle(tx, actor, [low_id, high_id], ['input.pairId', 'input.pairId']);
      // Read again, now that nobody else can settle it.
      if ((await proposed(tx, pairId)).settled !== null) throw DUPLICATE_SETTLED({}, 'input.pairId');
      await settlePair(tx, pairId, people, { settled: 'NOT_SAME', at: this.clock.now(), by: actor.subject });
      const access = { action: 'WRITE', purpose: 'dismiss-duplicate', fields: ['duplicate'] } as const;
      await this.trail.note(tx, actor, people, access);
      return true;
    });
  }
}

async function proposed(tx: Tx, id: string): Promise<Proposed> {
  const [pair]: Proposed[] = await tx.query('SELECT low_id, high_id, settled FROM duplicate_pair WHERE id = $1', [id]);
  if (!pair) throw NOT_FOUND({ what: 'Proposition', whatEn: 'Proposal' }, 'input.pairId');
  return pair;
}
