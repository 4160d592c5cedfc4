import type { Actor } from '#access';
import { NOT_FOUND, requireVersion } from '#errors';
import { lockAggregate } from '#messaging';
import { type Ids, refusing, type Tx } from '#persistence';
import { Device } from './device.entity.js';
import { IMEI_TAKEN } from './device.refusals.js';
import { DeviceStep, type StepTaken } from './device-step.entity.js';

export const DEVICES = 'equipment.devices';

/** The device, locked until the transaction ends. Refuses `NOT_FOUND` for one that is not of the caller's branches, `CHANGED_MEANWHILE`. */
export async function deviceFor(
  tx: Tx,
  id: string,
  expectedVersion?: number | null,
  field = 'input.id',
): Promise<Device> {
  const version = await lockAggregate(tx, DEVICES, id);
  const device = await tx.findOneBy(Device, { id, voided: false });
  if (!device) throw NOT_FOUND({ what: 'Matériel', whatEn: 'Device' }, field);
  requireVersion(version, expectedVersion);
  return device;
}

/** Saves a device that an act changed, and the line of its history. Refuses `IMEI_TAKEN`. */
export async function keepDevice(
  tx: Tx,
  device: Device,
  step: StepTaken,
  ids: Ids,
  actor: Pick<Actor, 'subject'>,
  at: Date,
) {
  const { id, ...columns } = device;
  await refusing({ device_imei_once: () => IMEI_TAKEN({}, 'input.specs.imei') }, () =>
    tx.update(Device, { id }, columns),
  );
  await addStep(tx, device, step, ids, actor, at);
}

/** Adds a line to a device's history. */
export async function addStep(
  tx: Tx,
  device: Device,
  step: StepTaken,
  ids: Ids,
  actor: Pick<Actor, 'subject'>,
  at: Date,
) {
  const line = { id: ids.next(), branch: device.branch, deviceId: device.id, at, who: actor.subject, ...step };
  await tx.insert(DeviceStep, line);
}
