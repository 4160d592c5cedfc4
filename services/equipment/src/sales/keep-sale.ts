import { NOT_FOUND, requireVersion } from '#errors';
import { lockAggregate } from '#messaging';
import type { Tx } from '#persistence';
import { Sale } from './sale.entity.js';

export const SALES = 'equipment.sales';

/** The sale, locked until the transaction ends. Refuses `NOT_FOUND` for one that is not of the caller's branches, `CHANGED_MEANWHILE`. */
export async function saleFor(tx: Tx, id: string, expectedVersion?: number | null): Promise<Sale> {
  const version = await lockAggregate(tx, SALES, id);
  const sale = await tx.findOneBy(Sale, { id });
  if (!sale) throw NOT_FOUND({ what: 'Vente', whatEn: 'Sale' }, 'input.id');
  requireVersion(version, expectedVersion);
  return sale;
}

/** Saves what may change of a sale; its lines never do. */
export async function keepSale(tx: Tx, sale: Sale): Promise<void> {
  const { beneficiaryId, gender, ageBand, socialStatus, communeCode, payments, state, returns } = sale;
  await tx.update(
    Sale,
    { id: sale.id },
    { beneficiaryId, gender, ageBand, socialStatus, communeCode, payments, state, returns },
  );
}
