import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { NOT_FOUND } from '#errors';
import { BranchCode } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, refusing } from '#persistence';
import { readerOf } from '../../figures/view.js';
import { Freshness } from '../../freshness/freshness.js';
import { MONTH_CLOSED_ALREADY, MONTH_NOT_FINAL } from '../closing.refusals.js';
import { MonthClosing } from '../month-closing.entity.js';

/** Closes a month of a branch at a final mark, never at « now »: the month as closed is the same for ever. */
@Injectable()
export class CloseMonth {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly freshness: Freshness,
  ) {}

  async execute({ branch, month }: { branch: string; month: string }, actor: Actor): Promise<MonthClosing> {
    if (!BranchCode.safeParse(branch).success) throw NOT_FOUND({ what: 'Antenne', whatEn: 'Branch' }, 'input.branch');
    const finalUpTo = await this.freshness.finalUpTo();
    // What is mended later was recorded before: it would change the closed month without being a correction of it.
    const setAside = await this.freshness.setAside(finalUpTo);
    if (finalUpTo === null || setAside > 0) throw MONTH_NOT_FINAL({ setAside });
    return this.db.command(readerOf(actor), MonthClosing, async (tx) => {
      const stated = { id: this.ids.next(), branch, month, by: actor.subject };
      const { closing, events } = MonthClosing.close(stated, finalUpTo, this.clock.now());
      await refusing({ month_closed_once: () => MONTH_CLOSED_ALREADY({}, 'input.month') }, () =>
        tx.insert(MonthClosing, closing),
      );
      await this.outbox.add(tx, events, actor);
      return closing;
    });
  }
}
