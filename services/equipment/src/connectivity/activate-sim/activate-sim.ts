import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, refusing } from '#persistence';
import { momentIn } from '../../known/known.js';
import { saleFor } from '../../sales/keep-sale.js';
import { Sale } from '../../sales/sale.entity.js';
import { SALE_IS_VOID } from '../../sales/sale.refusals.js';
import { NO_SIM_LEFT, SIM_ACTIVATED_ALREADY } from '../connectivity.refusals.js';
import { SimActivation } from '../sim-activation.entity.js';
import { simsLeft } from '../sims-left.js';

/** A SIM card of a sale, by the number printed on it. */
export interface SimCard {
  id: string;
  iccid: string;
}

@Injectable()
export class ActivateSim {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: SimCard, actor: Actor): Promise<Sale> {
    return this.db.command(actor, Sale, async (tx) => {
      const sale = await saleFor(tx, input.id);
      if (sale.state === 'VOIDED') throw SALE_IS_VOID({}, 'input.id');
      const left = await simsLeft(tx, sale);
      const articleId = [...left].find(([, count]) => count > 0)?.[0];
      if (articleId === undefined) throw NO_SIM_LEFT({}, 'input.id');
      const moment = await momentIn(tx, sale.branch, this.clock.now());
      const { activation, events } = SimActivation.make(
        { id: this.ids.next(), articleId, iccid: input.iccid, author: actor.subject },
        sale,
        moment,
      );
      await refusing({ sim_activated_once: () => SIM_ACTIVATED_ALREADY({}, 'input.iccid') }, () =>
        tx.insert(SimActivation, activation),
      );
      await this.outbox.add(tx, events, actor);
      return sale;
    });
  }
}
