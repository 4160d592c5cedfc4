import { NOT_FOUND } from '#errors';
import type { Tx } from '#persistence';
import { AfterSalesTicket } from './ticket.entity.js';

/** The ticket, as last read. Refuses `NOT_FOUND` for one that is not of the caller's branches. */
export async function ticketFor(tx: Tx, id: string): Promise<AfterSalesTicket> {
  const ticket = await tx.findOneBy(AfterSalesTicket, { id });
  if (!ticket) throw NOT_FOUND({ what: 'Ticket', whatEn: 'Ticket' }, 'input.id');
  return ticket;
}
