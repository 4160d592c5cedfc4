import { Injectable } from '@nestjs/common';
import { type Actor, branchOf } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database } from '#persistence';
import { momentIn } from '../../known/known.js';
import { takingsOf } from '../takings.js';
import { TILL_NOT_OPEN } from '../till.refusals.js';
import { TillDay } from '../till-day.entity.js';

/** What was counted in a till. */
export interface TillCount {
  branch?: string | null | undefined;
  day?: string | null | undefined;
  countedCents: number;
  reason?: string | null | undefined;
}

@Injectable()
export class CloseTill {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  execute(input: TillCount, actor: Actor): Promise<TillDay> {
    return this.db.command(actor, TillDay, async (tx) => {
      const branch = branchOf(actor, input.branch);
      const { now, day: today } = await momentIn(tx, branch, this.clock.now());
      const day = input.day ?? today;
      // Sales under way hold the till's day: whoever closes it waits for them, and counts them.
      const till = await tx
        .createQueryBuilder(TillDay, 't')
        .where('t.branch = :branch AND t.day = :day', { branch, day })
        .setLock('pessimistic_write')
        .getOne();
      if (!till) throw TILL_NOT_OPEN({ day }, 'input.day');
      const { countedCents, reason } = input;
      const takings = await takingsOf(tx, branch, day);
      const events = till.close({ countedCents, reason, by: actor.subject }, takings, now);
      const { id, ...columns } = till;
      await tx.update(TillDay, { id }, columns);
      await this.outbox.add(tx, events, actor);
      return till;
    });
  }
}
