import type { Fact } from '#events';
import type { Tx } from '#persistence';
import type { Moment } from '../known/known.js';
import { Reservation, type ReservationEnd } from './reservation.entity.js';

/** The reservation that keeps this device, whose head is locked; null when none does. */
export function reservationOf(tx: Tx, deviceId: string): Promise<Reservation | null> {
  return tx
    .createQueryBuilder(Reservation, 'r')
    .where('r.device_id = :deviceId AND r.ended_at IS NULL', { deviceId })
    .setLock('pessimistic_write')
    .getOne();
}

/** Ends whatever reservation keeps this device, whose head is locked; nothing when none does. */
export async function endReservation(tx: Tx, deviceId: string, how: ReservationEnd, moment: Moment): Promise<Fact[]> {
  const reservation = await reservationOf(tx, deviceId);
  if (!reservation) return [];
  const events = reservation.end(how, moment);
  const { endedAt } = reservation;
  await tx.update(Reservation, { id: reservation.id }, { endedAt, how });
  return events;
}
