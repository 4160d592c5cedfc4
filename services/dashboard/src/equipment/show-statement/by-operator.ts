interface Row {
  readonly operator: string | null;
  readonly kind: string;
  readonly sold: number;
  readonly soldCents: number;
  readonly activated: number;
}

/** Rows of one operator after the other, with what they make together; what nobody named comes last. */
export function byOperator<R extends Row>(rows: readonly R[]) {
  const sum = (of: readonly R[], value: (row: R) => number) => of.reduce((total, row) => total + value(row), 0);
  return [...new Set(rows.map(({ operator }) => operator))]
    .sort((a, b) => Number(a === null) - Number(b === null) || (a ?? '').localeCompare(b ?? '', 'fr'))
    .map((operator) => {
      const of = rows.filter((row) => row.operator === operator);
      const sold = (kind: string) => sum(of, (row) => (row.kind === kind ? row.sold : 0));
      return {
        operator,
        rows: of,
        sims: sold('SIM_CARD'),
        topUps: sold('TOP_UP'),
        cents: sum(of, ({ soldCents }) => soldCents),
        activated: sum(of, ({ activated }) => activated),
      };
    });
}
