import type { Actor } from '#access';
import type { Fact } from '#events';
import type { Ids, Tx } from '#persistence';
import { giveBack } from '../devices/device-acts.js';
import { deviceFor, keepDevice } from '../devices/keep-device.js';
import type { Moment } from '../known/known.js';
import type { Sale } from '../sales/sale.entity.js';

/** A sold device is the branch’s again, to be refurbished before anybody else has it. */
export async function takeGoodsBack(
  tx: Tx,
  sale: Sale,
  deviceId: string,
  { actor, moment, ids }: { readonly actor: Actor; readonly moment: Moment; readonly ids: Ids },
): Promise<Fact[]> {
  const device = await deviceFor(tx, deviceId);
  await tx.query('DELETE FROM sold_device WHERE device_id = $1 AND sale_id = $2', [device.id, sale.id]);
  const { step, events } = giveBack(device, sale.receipt, moment);
  await keepDevice(tx, device, step, ids, actor, moment.now);
  return events;
}
