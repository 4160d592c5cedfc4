import { Injectable } from '@nestjs/common';
import { type Actor, branchOf } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, refusing } from '#persistence';
import { momentIn } from '../../known/known.js';
import { TILL_OPEN_ALREADY } from '../till.refusals.js';
import { TillDay } from '../till-day.entity.js';

@Injectable()
export class OpenTill {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: { branch?: string | null | undefined; floatCents: number }, actor: Actor): Promise<TillDay> {
    return this.db.command(actor, TillDay, async (tx) => {
      const branch = branchOf(actor, input.branch);
      const moment = await momentIn(tx, branch, this.clock.now());
      const { till, events } = TillDay.open(
        { id: this.ids.next(), branch, floatCents: input.floatCents, openedBy: actor.subject },
        moment,
      );
      await refusing({ till_opened_once: () => TILL_OPEN_ALREADY({ day: moment.day }) }, () =>
        tx.insert(TillDay, till),
      );
      await this.outbox.add(tx, events, actor);
      return till;
    });
  }
}
