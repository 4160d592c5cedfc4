import { NOT_FOUND, requireVersion } from '#errors';
import { lockAggregate } from '#messaging';
import { type Tx, within } from '#persistence';
import { EquipmentTransfer } from './transfer.entity.js';
import { TransferDevice } from './transfer-device.entity.js';

export const TRANSFERS = 'equipment.transfers';

/** The condition that a row of `equipment_transfer` or `transfer_device` is of one of the reader's branches. */
export function ofEither(tx: Tx, values: unknown[]): string {
  return `(${within(tx, values, 'from_branch')} OR ${within(tx, values, 'to_branch')})`;
}

/** The transfer, locked until the transaction ends. Refuses `NOT_FOUND` for one between others, `CHANGED_MEANWHILE`. */
export async function transferFor(tx: Tx, id: string, expectedVersion?: number | null): Promise<EquipmentTransfer> {
  const version = await lockAggregate(tx, TRANSFERS, id);
  const values: unknown[] = [id];
  const [mine]: unknown[] = await tx.query(
    `SELECT 1 FROM equipment_transfer WHERE id = $1 AND ${ofEither(tx, values)}`,
    values,
  );
  const transfer = mine ? await tx.findOneBy(EquipmentTransfer, { id }) : null;
  if (!transfer) throw NOT_FOUND({ what: 'Transfert', whatEn: 'Transfer' }, 'input.id');
  requireVersion(version, expectedVersion);
  return transfer;
}

/** Saves what may change of a transfer. */
export async function keepTransfer(tx: Tx, transfer: EquipmentTransfer): Promise<void> {
  const { id, fromBranch: _from, toBranch: _to, requestedAt: _at, ...columns } = transfer;
  await tx.update(EquipmentTransfer, { id }, columns);
}

/** What left with a transfer that was just loaded, by tag. */
export function devicesOf(tx: Tx, transferId: string): Promise<TransferDevice[]> {
  return tx.find(TransferDevice, { where: { transferId }, order: { tag: 'ASC' } });
}
