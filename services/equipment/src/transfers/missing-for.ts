import type { Tx } from '#persistence';
import { TAG_MALFORMED } from '../devices/device.refusals.js';
import { readTag } from '../devices/tag.js';
import { devicesOf, transferFor } from './keep-transfer.js';
import { EquipmentTransfer } from './transfer.entity.js';
import { NOT_MISSING } from './transfer.refusals.js';
import { TransferDevice } from './transfer-device.entity.js';

/** A missing device of a transfer, with the others that are. */
export interface Missing {
  readonly transfer: EquipmentTransfer;
  readonly line: TransferDevice;
  readonly others: number;
}

/** Refuses `NOT_FOUND`, `TRANSFER_STEP_NOT_ALLOWED`, `TAG_MALFORMED`, `NOT_MISSING`. */
export async function missingFor(tx: Tx, id: string, scanned: string): Promise<Missing> {
  const transfer = await transferFor(tx, id);
  transfer.from('DISCREPANCY');
  const tag = readTag(scanned)?.text;
  if (tag === undefined) throw TAG_MALFORMED({}, 'input.tag');
  const missing = (await devicesOf(tx, id)).filter((line) => line.arrivedAt === null && line.outcome === null);
  const line = missing.find((one) => one.tag === tag);
  if (!line) throw NOT_MISSING({ tag }, 'input.tag');
  return { transfer, line, others: missing.length - 1 };
}
