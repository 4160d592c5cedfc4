import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { optionalText } from '#errors';
import type { Fact } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { service } from '../../devices/device-acts.js';
import { deviceFor, keepDevice } from '../../devices/keep-device.js';
import { momentIn } from '../../known/known.js';
import { endTicket } from '../end-ticket.js';
import { ticketFor } from '../keep-ticket.js';
import { AfterSalesTicket } from '../ticket.entity.js';
import { TICKET_CLOSED } from '../ticket.refusals.js';

/** A device that goes home to its buyer. */
export interface TicketClosing {
  id: string;
  outcome: 'REPAIRED' | 'NO_FAULT';
  note?: string | null | undefined;
}

@Injectable()
export class CloseAfterSalesTicket {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: TicketClosing, actor: Actor): Promise<AfterSalesTicket> {
    return this.db.command(actor, AfterSalesTicket, async (tx) => {
      const { deviceId } = await ticketFor(tx, input.id);
      const device = await deviceFor(tx, deviceId);
      const moment = await momentIn(tx, device.branch, this.clock.now());
      const note = optionalText(input.note, 'input.note', { max: 500 });
      const ended = await endTicket(tx, device.id, { outcome: input.outcome, note }, moment);
      if (ended[0]?.data['ticketId'] !== input.id) throw TICKET_CLOSED({}, 'input.id');
      const events: Fact[] = [...ended];
      const { step, events: moves } = service(device, 'DISTRIBUTED', null, moment);
      await keepDevice(tx, device, step, this.ids, actor, moment.now);
      await this.outbox.add(tx, [...events, ...moves], actor);
      return ticketFor(tx, input.id);
    });
  }
}
