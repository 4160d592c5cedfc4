import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { requireReason } from '#errors';
import type { Fact } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, refusing, type Tx } from '#persistence';
import { recordCorrection } from '../../corrections/record-correction.js';
import type { Device } from '../../devices/device.entity.js';
import { sell } from '../../devices/device-acts.js';
import { keepDevice } from '../../devices/keep-device.js';
import { type Moment, momentIn } from '../../known/known.js';
import { keepSale, saleFor } from '../../sales/keep-sale.js';
import type { Sale } from '../../sales/sale.entity.js';
import { ALREADY_SOLD, SALE_IS_VOID } from '../../sales/sale.refusals.js';
import { remainingOf } from '../../sales/sale-return.js';
import { goodsFor } from '../../sales/sell-lines.js';
import { endTicket } from '../end-ticket.js';
import { ticketFor } from '../keep-ticket.js';
import { takeGoodsBack } from '../take-goods-back.js';
import { AfterSalesTicket } from '../ticket.entity.js';
import { EXCHANGE_OF_ANOTHER_TYPE, TICKET_CLOSED, WARRANTY_ENDED } from '../ticket.refusals.js';

/** Another device for one that is faulty. */
export interface Exchange {
  id: string;
  tag: string;
  reason: string;
}

@Injectable()
export class ExchangeDevice {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: Exchange, actor: Actor): Promise<AfterSalesTicket> {
    return this.db.command(actor, AfterSalesTicket, async (tx) => {
      const reason = requireReason(input.reason);
      const ticket = await ticketFor(tx, input.id);
      if (ticket.closedAt !== null) throw TICKET_CLOSED({}, 'input.id');
      if (!ticket.underWarranty) throw WARRANTY_ENDED({ lastDay: ticket.warrantyUntil }, 'input.id');
      const sale = await saleFor(tx, ticket.saleId);
      const moment = await momentIn(tx, sale.branch, this.clock.now());
      const faulty = remainingOf(sale).find(({ deviceId }) => deviceId === ticket.deviceId);
      if (!faulty) throw sale.state === 'VOIDED' ? SALE_IS_VOID({}, 'input.id') : TICKET_CLOSED({}, 'input.id');
      // Found and priced as any sale would; whatever it costs, the person owes nothing more.
      const goods = await goodsFor(tx, [{ tag: input.tag }], sale.branch, moment, null);
      const [line] = goods.lines;
      const [device] = goods.devices;
      if (!line || !device || line.type !== faulty.type) throw EXCHANGE_OF_ANOTHER_TYPE({}, 'input.tag');
      const { now: at, day: occurredOn } = moment;
      const given = [{ ...line, cents: faulty.cents, tariffFrom: null }];
      const changes = sale.addReturn({ id: this.ids.next(), at, occurredOn, back: [faulty], given, refunds: [] });
      await keepSale(tx, sale);
      const back = await takeGoodsBack(tx, sale, ticket.deviceId, { actor, moment, ids: this.ids });
      const out = await this.handOver(tx, device, sale, moment, actor);
      const ended = await endTicket(
        tx,
        ticket.deviceId,
        { outcome: 'EXCHANGED', note: null, replacementTag: device.tag },
        moment,
      );
      if (ended[0]?.data['ticketId'] !== ticket.id) throw TICKET_CLOSED({}, 'input.id');
      const { id: subjectId, branch } = sale;
      await recordCorrection(
        tx,
        { id: this.ids.next(), branch, subjectKind: 'SALE', subjectId, what: 'EXCHANGED', reason, at },
        actor,
      );
      await this.outbox.add(tx, [...changes, ...back, ...out, ...ended], actor);
      return ticketFor(tx, ticket.id);
    });
  }

  private async handOver(tx: Tx, device: Device, sale: Sale, moment: Moment, actor: Actor): Promise<Fact[]> {
    const sold = () => ALREADY_SOLD({ tag: device.tag, since: moment.day }, 'input.tag');
    await refusing({ device_sold_once: sold }, () =>
      tx.query('INSERT INTO sold_device (device_id, branch, sale_id) VALUES ($1, $2, $3)', [
        device.id,
        device.branch,
        sale.id,
      ]),
    );
    const { step, events } = sell(device, sale.receipt, moment);
    await keepDevice(tx, device, step, this.ids, actor, moment.now);
    return events;
  }
}
