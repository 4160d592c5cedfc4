import type { Sale } from '../show-sale/sale-query.js';

type Line = Sale['lines'][number];

/** Of a sale, what its buyer still has: its lines and what was given in exchange, less what came back. */
export function stillThere(sale: Pick<Sale, 'lines' | 'returns'>): Line[] {
  return sale.returns.reduce<Line[]>(
    (there, { back, given }) => [...there.flatMap((line) => without(line, back)), ...given],
    [...sale.lines],
  );
}

function without(line: Line, back: readonly Line[]): Line[] {
  const gone = back.filter((one) => keyOf(one) === keyOf(line)).reduce((sum, { quantity }) => sum + quantity, 0);
  const left = line.quantity - gone;
  return left > 0 ? [{ ...line, quantity: left, cents: (line.cents / line.quantity) * left }] : [];
}

/** What tells a line from the others of its sale. */
export function keyOf(line: Line): string {
  return line.articleId ?? line.label;
}
