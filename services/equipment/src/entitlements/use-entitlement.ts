import type { Tx } from '#persistence';
import type { Sale } from '../sales/sale.entity.js';
import type { SaleLine } from '../sales/sale-line.js';
import { remainingOf } from '../sales/sale-return.js';
import { CAP_PASSED, WINDOW_ENDED } from './entitlement.refusals.js';
import { decide, type EntitlementHistory, type EntitlementRule } from './entitlement-rule.js';

/** What a person’s right is decided from, under whichever of their ids it was bought; two who ask within a command take turns. */
export async function historyOf(tx: Tx, beneficiaryId: string): Promise<EntitlementHistory> {
  const uses: { day: string; cents: number }[] = await tx.query(
    'SELECT occurred_on::text AS day, cents FROM entitlement_use WHERE beneficiary_id IN (SELECT same_person($1))',
    [beneficiaryId],
  );
  const renewals: { day: string }[] = await tx.query(
    'SELECT renewed_on::text AS day FROM entitlement_renewal WHERE beneficiary_id IN (SELECT same_person($1))',
    [beneficiaryId],
  );
  const exceptions: { month: string; cents: number }[] = await tx.query(
    'SELECT month::text AS month, cents FROM entitlement_exception WHERE beneficiary_id IN (SELECT same_person($1))',
    [beneficiaryId],
  );
  return { uses, renewedOn: renewals.map(({ day }) => day), exceptions };
}

/** Whoever sells to this person, renews or widens their right waits for who does so at this moment, in whatever branch. */
export async function holdEntitlement(tx: Tx, beneficiaryId: string): Promise<void> {
  await tx.query(
    `SELECT pg_advisory_xact_lock(hashtextextended('entitlement ' || (SELECT min(id::text) FROM same_person($1) AS one(id)), 0))`,
    [beneficiaryId],
  );
}

/** Of these lines, what counts as connectivity; nobody's cap knows an anonymous buyer. Refuses `WINDOW_ENDED`, `CAP_PASSED`. */
export async function requireEntitled(
  tx: Tx,
  rule: EntitlementRule,
  beneficiaryId: string | null,
  lines: readonly SaleLine[],
  day: string,
): Promise<void> {
  const first = lines.findIndex(isConnectivity);
  if (beneficiaryId === null || first < 0) return;
  await holdEntitlement(tx, beneficiaryId);
  const right = decide(rule, await historyOf(tx, beneficiaryId), day);
  const field = `input.lines[${first}]`;
  if (!right.open) throw WINDOW_ENDED({ lastDay: right.lastDay, renewals: right.renewalsLeft }, field);
  if (connectivityOf(lines) > right.leftCents) throw CAP_PASSED({ left: right.leftCents, until: right.anewOn }, field);
}

/** What a sale takes of its buyer's right, as it now stands: sold, voided, paid back in part, or given another buyer. */
export async function keepUse(tx: Tx, sale: Sale): Promise<void> {
  await tx.query('DELETE FROM entitlement_use WHERE sale_id = $1', [sale.id]);
  const cents = connectivityOf(remainingOf(sale));
  if (sale.beneficiaryId === null || sale.state === 'VOIDED' || cents === 0) return;
  await tx.query('INSERT INTO entitlement_use (sale_id, beneficiary_id, occurred_on, cents) VALUES ($1, $2, $3, $4)', [
    sale.id,
    sale.beneficiaryId,
    sale.occurredOn,
    cents,
  ]);
}

function isConnectivity({ articleKind }: SaleLine): boolean {
  return articleKind === 'SIM_CARD' || articleKind === 'TOP_UP';
}

function connectivityOf(lines: readonly SaleLine[]): number {
  return lines.filter(isConnectivity).reduce((total, line) => total + line.cents, 0);
}
