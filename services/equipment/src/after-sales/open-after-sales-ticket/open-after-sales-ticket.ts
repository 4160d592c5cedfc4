import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, refusing, type Tx, within } from '#persistence';
import { service } from '../../devices/device-acts.js';
import { deviceFor, keepDevice } from '../../devices/keep-device.js';
import { momentIn } from '../../known/known.js';
import { AfterSalesTicket } from '../ticket.entity.js';
import { NOT_SOLD, TICKET_OPEN_ALREADY } from '../ticket.refusals.js';
import { WarrantyRule } from '../warranty.js';

/** A sold device that is brought in with a fault. */
export interface Fault {
  deviceId: string;
  fault: string;
}

@Injectable()
export class OpenAfterSalesTicket {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly warranty: WarrantyRule,
  ) {}

  execute(input: Fault, actor: Actor): Promise<AfterSalesTicket> {
    return this.db.command(actor, AfterSalesTicket, async (tx) => {
      const device = await deviceFor(tx, input.deviceId, null, 'input.deviceId');
      const { tag } = device;
      const bought = await boughtIn(tx, device.id);
      if (!bought) throw NOT_SOLD({ tag }, 'input.deviceId');
      const moment = await momentIn(tx, device.branch, this.clock.now());
      const warrantyUntil = this.warranty.lastDay(bought.handedOverOn);
      const { ticket, events } = AfterSalesTicket.open(
        { id: this.ids.next(), saleId: bought.saleId, warrantyUntil, fault: input.fault, openedBy: actor.subject },
        device,
        moment,
      );
      await refusing({ ticket_open_once: () => TICKET_OPEN_ALREADY({ tag }, 'input.deviceId') }, () =>
        tx.insert(AfterSalesTicket, ticket),
      );
      // Somebody may have moved it there by hand before they wrote down why.
      if (device.state !== 'AFTER_SALES') {
        const moved = service(device, 'AFTER_SALES', null, moment);
        await keepDevice(tx, device, moved.step, this.ids, actor, moment.now);
        events.push(...moved.events);
      }
      await this.outbox.add(tx, events, actor);
      return ticket;
    });
  }
}

/** The sale a device was bought in, and the day it was handed over: that of the exchange for one that was given in exchange. */
async function boughtIn(tx: Tx, deviceId: string): Promise<{ saleId: string; handedOverOn: string } | undefined> {
  const values: unknown[] = [deviceId];
  const [row]: { saleId: string; handedOverOn: string }[] = await tx.query(
    `SELECT s.id AS "saleId", coalesce(
       (SELECT max(r->>'occurredOn') FROM jsonb_array_elements(s.returns) AS r
        WHERE r->'given' @> jsonb_build_array(jsonb_build_object('deviceId', $1::text))), s.occurred_on::text) AS "handedOverOn"
     FROM sold_device d JOIN sale s ON s.id = d.sale_id WHERE d.device_id = $1::uuid AND ${within(tx, values, 'd.branch')}`,
    values,
  );
  return row;
}
