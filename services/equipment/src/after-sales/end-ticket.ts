import type { Fact } from '#events';
import type { Tx } from '#persistence';
import type { Moment } from '../known/known.js';
import { AfterSalesTicket, type TicketEnd } from './ticket.entity.js';

/** The open ticket of a device whose head is locked; null when there is none. */
export function openTicketOf(tx: Tx, deviceId: string): Promise<AfterSalesTicket | null> {
  return tx
    .createQueryBuilder(AfterSalesTicket, 't')
    .where('t.device_id = :deviceId AND t.closed_at IS NULL', { deviceId })
    .setLock('pessimistic_write')
    .getOne();
}

/** Ends whatever ticket is open for this device, whose head is locked; nothing when there is none. */
export async function endTicket(tx: Tx, deviceId: string, end: TicketEnd, moment: Moment): Promise<Fact[]> {
  const ticket = await openTicketOf(tx, deviceId);
  if (!ticket) return [];
  const events = ticket.close(end, moment);
  const { outcome, note, closedAt, replacementTag } = ticket;
  await tx.update(AfterSalesTicket, { id: ticket.id }, { outcome, note, closedAt, replacementTag });
  return events;
}
