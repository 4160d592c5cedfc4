import type { Fact } from '#events';
import type { Ids, Tx } from '#persistence';
import { Device } from '../devices/device.entity.js';
import { release } from '../devices/device-acts.js';
import { keepDevice } from '../devices/keep-device.js';
import { momentIn } from '../known/known.js';
import { endReservation } from './end-reservation.js';

/** Nobody did it: time passed, or a person was erased. */
const NOBODY = { subject: 'nobody' };

/** Frees a device whose head is locked, by no person's hand; nothing when somebody was quicker. */
export async function freeDevice(
  tx: Tx,
  deviceId: string,
  how: 'EXPIRED' | 'ERASED',
  ids: Ids,
  now: Date,
): Promise<Fact[]> {
  const device = await tx.findOneBy(Device, { id: deviceId, state: 'RESERVED' });
  if (!device) return [];
  const moment = await momentIn(tx, device.branch, now);
  const ended = await endReservation(tx, deviceId, how, moment);
  if (ended.length === 0) return [];
  const { step, events } = release(device, how, moment);
  await keepDevice(tx, device, step, ids, NOBODY, now);
  return [...ended, ...events];
}
