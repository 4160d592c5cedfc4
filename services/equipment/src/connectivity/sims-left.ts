import type { Tx } from '#persistence';
import type { Sale } from '../sales/sale.entity.js';
import type { SaleLine } from '../sales/sale-line.js';
import { remainingOf, restockedOf } from '../sales/sale-return.js';
import { SIM_WAS_ACTIVATED } from './connectivity.refusals.js';
import { SimActivation } from './sim-activation.entity.js';

/**
 * Of each SIM article of a sale, whose head is locked, how many its buyer has that are not activated. What came back and is not on
 * the shelf may have been: only what is on the shelf certainly was not.
 */
export async function simsLeft(tx: Tx, sale: Sale): Promise<Map<string, number>> {
  const activated = await tx.createQueryBuilder(SimActivation, 's').where('s.sale_id = :id', { id: sale.id }).getMany();
  const sims = remainingOf(sale).filter(({ articleKind }) => articleKind === 'SIM_CARD');
  return new Map(
    sims.map(({ articleId, quantity }) => {
      const id = String(articleId);
      const sold = sale.lines.filter((line) => line.articleId === id).reduce((sum, line) => sum + line.quantity, 0);
      const used = activated.filter((one) => one.articleId === id).length;
      return [id, Math.min(quantity, sold - restockedOf(sale, id) - used)];
    }),
  );
}

/** What goes back on the shelf was not activated. Refuses `SIM_WAS_ACTIVATED`. */
export async function requireNotActivated(
  tx: Tx,
  sale: Sale,
  back: readonly { readonly line: SaleLine; readonly field: string }[],
): Promise<void> {
  const sims = back.filter(({ line }) => line.articleKind === 'SIM_CARD');
  if (sims.length === 0) return;
  const left = await simsLeft(tx, sale);
  for (const { line, field } of sims)
    if (line.quantity > (left.get(String(line.articleId)) ?? 0)) throw SIM_WAS_ACTIVATED({}, field);
}
