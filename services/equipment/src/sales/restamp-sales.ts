import type { Fact } from '#events';
import type { Tx } from '#persistence';
import { classesHeldOn } from '../known/known.js';
import { keepSale, saleFor } from './keep-sale.js';

/** Sales of a person from a day on get the classes now known for their day; gives what is to be announced. */
export async function restampSales(tx: Tx, beneficiaryId: string, from: string | null, now: Date): Promise<Fact[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT id FROM sale WHERE beneficiary_id = $1 AND state = 'MADE' AND occurred_on >= coalesce($2::date, '-infinity')
     ORDER BY id`,
    [beneficiaryId, from],
  );
  const facts: Fact[] = [];
  for (const { id } of rows) {
    const sale = await saleFor(tx, id);
    // The buyer may have been mended while this waited for the lock.
    if (sale.beneficiaryId !== beneficiaryId) continue;
    const changes = sale.restamp(await classesHeldOn(tx, beneficiaryId, sale.occurredOn), now);
    if (changes.length > 0) await keepSale(tx, sale);
    facts.push(...changes);
  }
  return facts;
}
