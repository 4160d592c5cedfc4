import { stringify } from 'csv-stringify/sync';
import type { PaymentKind } from '#events';
import { type Tx, within } from '#persistence';
import { PAYMENT_FR } from '../../sales/payment-words.js';
import type { Payment, SaleLine } from '../../sales/sale-line.js';

const HEAD = ['jour', 'écriture', 'vente', 'désignation', 'nature', 'quantité', 'centimes', 'jour de la vente'];

/** What stands in a later day about another one, or about a sale that is none yet. */
const ENTERED = { CORRECTION: 'correction', REFUND: 'remboursement', EXCEPTION: 'vente à régler' } as const;

/** A branch and a period, both days included. */
export interface Period {
  readonly branch: string;
  readonly from: string;
  readonly to: string;
}

interface SoldThen {
  readonly day: string;
  readonly receipt: string;
  readonly lines: readonly SaleLine[];
  readonly payments: readonly Payment[];
  /** Taken back before the day was closed: the number stays, so that none is missing, and counts for nothing. */
  readonly voided: boolean;
}
interface EnteredLater {
  readonly day: string;
  readonly receipt: string;
  readonly kind: PaymentKind;
  readonly cents: number;
  readonly occurredOn: string;
  readonly what: keyof typeof ENTERED;
}
interface CameBack {
  readonly day: string;
  readonly receipt: string;
  readonly occurredOn: string;
  readonly back: readonly SaleLine[];
  readonly given: readonly SaleLine[];
}
interface Counted {
  readonly day: string;
  readonly difference: number;
}
type Row = readonly (string | number)[];

/**
 * The accounts of the closed days of a period, oldest first. A day reads the same for ever: what became of its sales after
 * it was closed stands on the later day it was entered on, and what came back on the day it did. Of each day, lines and payments
 * come to the same cents, but for what was taken for sales that somebody still has to settle.
 */
export async function accountsOf(tx: Tx, period: Period): Promise<string> {
  const sold = (await salesOf(tx, period)).flatMap((sale) => rowsOfSale(sale).map((row) => ({ day: sale.day, row })));
  const back = (await returnsOf(tx, period)).flatMap(rowsOfReturn);
  const later = (await entriesOf(tx, period)).map(({ day, receipt, kind, cents, occurredOn, what }) => ({
    day,
    row: [day, ENTERED[what], receipt, PAYMENT_FR[kind], kind, '', cents, occurredOn] as Row,
  }));
  const counted = (await differencesOf(tx, period)).map(({ day, difference }) => ({
    day,
    row: [day, 'écart de caisse', '', PAYMENT_FR.CASH, 'CASH', '', difference, day] as Row,
  }));
  // The sort is stable: within a day what was sold, what came back, then what was entered about other days, then the count.
  const rows = [...sold, ...back, ...later, ...counted].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const options = { bom: true, delimiter: ';', record_delimiter: '\r\n', escape_formulas: true } as const;
  return stringify([HEAD, ...rows.map(({ row }) => row)], options);
}

function rowsOfSale({ day, receipt, lines, payments, voided }: SoldThen): Row[] {
  if (voided) return [[day, 'vente annulée', receipt, '', '', '', 0, day]];
  return [
    ...lines.map((line): Row => {
      const nature = line.articleKind ?? line.type ?? line.kind;
      return [day, 'ligne', receipt, line.label, nature, line.quantity, line.cents, day];
    }),
    ...payments.map(({ kind, cents }): Row => [day, 'paiement', receipt, PAYMENT_FR[kind], kind, '', cents, day]),
  ];
}

/** Sales as they stood when their day was closed: as they stand now, less what was entered since. */
async function salesOf(tx: Tx, { branch, from, to }: Period): Promise<SoldThen[]> {
  const values: unknown[] = [branch, from, to];
  const rows: {
    day: string;
    receipt: string;
    lines: SaleLine[];
    payments: Payment[];
    voided: boolean;
    since: Payment[];
  }[] = await tx.query(
    `SELECT s.occurred_on::text AS day, s.receipt, s.lines,
              CASE WHEN s.state = 'MADE' THEN s.payments ELSE '[]' END AS payments, coalesce(e.since, '[]') AS since,
              s.state = 'VOIDED' AND e.since IS NULL AND EXISTS (
                SELECT 1 FROM correction c WHERE c.subject_kind = 'SALE' AND c.subject_id = s.id AND c.what = 'VOIDED'
                AND c.at <= d.closed_at) AS voided
       FROM sale s JOIN till_day d ON d.branch = s.branch AND d.day = s.occurred_on AND d.closed_at IS NOT NULL
       LEFT JOIN LATERAL (
         SELECT jsonb_agg(jsonb_build_object('kind', kind, 'cents', cents)) AS since FROM till_entry
         WHERE sale_id = s.id AND what = 'CORRECTION') e ON true
       WHERE s.branch = $1 AND s.occurred_on BETWEEN $2 AND $3 AND ${within(tx, values, 's.branch')}
       ORDER BY s.occurred_on, s.receipt`,
    values,
  );
  return rows.map(({ since, payments, ...sale }) => ({ ...sale, payments: paidThen(payments, since) }));
}

function paidThen(payments: readonly Payment[], since: readonly Payment[]): Payment[] {
  const paid = new Map<PaymentKind, number>();
  for (const { kind, cents } of payments) paid.set(kind, (paid.get(kind) ?? 0) + cents);
  for (const { kind, cents } of since) paid.set(kind, (paid.get(kind) ?? 0) - cents);
  return [...paid].flatMap(([kind, cents]) => (cents === 0 ? [] : [{ kind, cents }]));
}

async function entriesOf(tx: Tx, { branch, from, to }: Period): Promise<EnteredLater[]> {
  const values: unknown[] = [branch, from, to];
  return tx.query(
    `SELECT e.day::text AS day, coalesce(s.receipt, '') AS receipt, e.kind, e.cents, e.what,
            coalesce(s.occurred_on, x.occurred_on)::text AS "occurredOn"
     FROM till_entry e LEFT JOIN sale s ON s.id = e.sale_id LEFT JOIN sale_exception x ON x.id = e.exception_id
     JOIN till_day d ON d.branch = e.branch AND d.day = e.day AND d.closed_at IS NOT NULL
     WHERE e.branch = $1 AND e.day BETWEEN $2 AND $3 AND ${within(tx, values, 'e.branch')} ORDER BY e.day, e.at, e.id`,
    values,
  );
}

function rowsOfReturn({ day, receipt, occurredOn, back, given }: CameBack): { day: string; row: Row }[] {
  const rows = (what: string, lines: readonly SaleLine[], sign: 1 | -1) =>
    lines.map(({ kind, type, articleKind, label, quantity, cents }) => {
      const nature = articleKind ?? type ?? kind;
      return { day, row: [day, what, receipt, label, nature, sign * quantity, sign * cents, occurredOn] as Row };
    });
  return [...rows('retour', back, -1), ...rows('échange', given, 1)];
}

/** What came back on closed days, whenever it had been sold. */
async function returnsOf(tx: Tx, { branch, from, to }: Period): Promise<CameBack[]> {
  const values: unknown[] = [branch, from, to];
  return tx.query(
    `SELECT r->>'occurredOn' AS day, s.receipt, s.occurred_on::text AS "occurredOn", r->'back' AS back, r->'given' AS given
     FROM sale s CROSS JOIN jsonb_array_elements(s.returns) AS r
     JOIN till_day d ON d.branch = s.branch AND d.day = (r->>'occurredOn')::date AND d.closed_at IS NOT NULL
     WHERE s.branch = $1 AND s.returns <> '[]' AND d.day BETWEEN $2 AND $3 AND ${within(tx, values, 's.branch')}
     ORDER BY r->>'at', s.receipt`,
    values,
  );
}

async function differencesOf(tx: Tx, { branch, from, to }: Period): Promise<Counted[]> {
  const values: unknown[] = [branch, from, to];
  return tx.query(
    `SELECT day::text AS day, counted_cents - expected_cents AS difference FROM till_day
     WHERE branch = $1 AND day BETWEEN $2 AND $3 AND counted_cents <> expected_cents AND ${within(tx, values)} ORDER BY day`,
    values,
  );
}
