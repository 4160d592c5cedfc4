import type { Actor } from '#access';
import type { Fact } from '#events';
import { lockAggregate } from '#messaging';
import { type Ids, type Tx } from '#persistence';
import { arrive } from '../devices/device-acts.js';
import { DEVICES, deviceFor, keepDevice } from '../devices/keep-device.js';
import type { Moment } from '../known/known.js';
import { TransferDevice } from './transfer-device.entity.js';

/** A device that travelled becomes the receiving branch's, as what it was when it left. */
export async function takeIn(tx: Tx, line: TransferDevice, moment: Moment, ids: Ids, actor: Actor): Promise<Fact[]> {
  // Before its row: whoever mends it at this moment has finished, or will find it gone.
  await lockAggregate(tx, DEVICES, line.deviceId);
  // It changes hands before it is read: to this branch the database shows nothing of it but that it is on its way.
  await tx.query(`UPDATE device SET branch = $2 WHERE id = $1 AND bound_for = $2 AND state = 'IN_TRANSIT'`, [
    line.deviceId,
    line.toBranch,
  ]);
  await tx.query('UPDATE device_tag SET branch = $2 WHERE device_id = $1', [line.deviceId, line.toBranch]);
  await tx.update(TransferDevice, { id: line.id }, { arrivedAt: moment.now });
  return endJourney(tx, line, line.stateBefore, moment, ids, actor);
}

/** The journey of a device ends where it now is, as what is said. */
export async function endJourney(
  tx: Tx,
  line: TransferDevice,
  as: TransferDevice['stateBefore'],
  moment: Moment,
  ids: Ids,
  actor: Actor,
): Promise<Fact[]> {
  const device = await deviceFor(tx, line.deviceId);
  const { step, events } = arrive(device, as, line.fromBranch, moment);
  await keepDevice(tx, device, step, ids, actor, moment.now);
  return events;
}
