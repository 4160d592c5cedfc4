import type { Content, TableCell } from 'pdfmake';
import { type Paper, pdfOf } from '#papers';
import { TYPE_FR } from '../../devices/device-words.js';
import { PAYMENT_FR } from '../payment-words.js';
import type { Sale } from '../sale.entity.js';
import type { SaleLine } from '../sale-line.js';

const WIDTH = 226;
const NUMBERS = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });

/** The receipt of a sale on the paper of a till, 80 mm wide. It says nothing of who bought; the same sale gives the same bytes. */
export function receiptPaper(sale: Sale, { zone, city }: { zone: string; city: string }): Promise<Buffer> {
  const { receipt, occurredAt, totalCents } = sale;
  const market = sale.lines.every((line) => line.marketCents !== null)
    ? sale.lines.reduce((sum, line) => sum + (line.marketCents ?? 0), 0)
    : null;
  const paper: Paper = {
    pageSize: { width: WIDTH, height: 'auto' },
    pageMargins: [14, 14],
    defaultStyle: { font: 'Helvetica', fontSize: 9 },
    language: 'fr-FR',
    info: { title: `Reçu ${receipt}`, creationDate: occurredAt },
    content: [
      { text: 'Passerelle', bold: true, fontSize: 13, alignment: 'center' },
      { text: city, alignment: 'center' },
      { text: `Reçu ${receipt}`, bold: true, margin: [0, 8, 0, 0] },
      dated(occurredAt, zone),
      ...(sale.state === 'VOIDED'
        ? [{ text: 'VENTE ANNULÉE', bold: true, margin: [0, 4, 0, 0] } satisfies Content]
        : []),
      { ...table(sale.lines.flatMap(rowsOf)), margin: [0, 8, 0, 0] },
      { ...table([row('Total', euros(totalCents), true)]), margin: [0, 4, 0, 4] },
      table(sale.payments.map(({ kind, cents }) => row(PAYMENT_FR[kind], euros(cents)))),
      ...returned(sale),
      ...(market === null
        ? []
        : [{ text: `Prix estimé sur le marché : ${euros(market)}`, margin: [0, 8, 0, 0] } satisfies Content]),
    ],
  };
  return pdfOf(paper);
}

/** What came back since, below what was sold. */
function returned({ returns }: Sale): Content[] {
  if (returns.length === 0) return [];
  const rows = returns.flatMap(({ back, given, refunds }) => [
    ...back.map(({ label, quantity, cents }) => row(`Rendu\u00a0: ${quantity} x ${label}`, euros(-cents))),
    ...given.map(({ label, cents }) => row(`Échangé contre ${label}`, euros(cents))),
    ...refunds.map(({ kind, cents }) => row(`Remboursé, ${PAYMENT_FR[kind]}`, euros(cents))),
  ]);
  return [{ ...table(rows), margin: [0, 4, 0, 0] } satisfies Content];
}

function rowsOf(line: SaleLine): TableCell[][] {
  const what = line.type === null ? line.label : `${TYPE_FR[line.type]} ${line.label}, catégorie ${line.grade ?? '-'}`;
  const sold = row(line.quantity > 1 ? `${line.quantity} x ${what}` : what, euros(line.cents));
  if (line.marketCents === null) return [sold];
  return [sold, [{ text: `au marché : ${euros(line.marketCents)}`, fontSize: 8, colSpan: 2 }, '']];
}

function row(what: string, amount: string, bold = false): TableCell[] {
  return [
    { text: what, bold },
    { text: amount, bold, alignment: 'right', noWrap: true },
  ];
}

function table(body: TableCell[][]) {
  return { layout: 'noBorders', table: { widths: ['*', 'auto'], body } } satisfies Content;
}

/** The narrow space of French numbers is in none of these fonts. */
function euros(cents: number): string {
  return NUMBERS.format(cents / 100).replaceAll('\u202f', '\u00a0');
}

function dated(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: zone })
    .format(at)
    .replaceAll('\u202f', '\u00a0');
}
