/** A way of paying and how much; the first of a sale takes what the others leave, so it holds no amount. */
export interface PaymentEntry {
  readonly kind: string;
  readonly cents: number | null;
}

/** What is sent: each payment with its amount, the first with the rest; one of nothing is left out. */
export function settled(payments: readonly PaymentEntry[], total: number): { kind: string; cents: number }[] {
  const [first, ...others] = payments;
  if (!first) return [];
  const rest = restOf(payments, total);
  return [{ kind: first.kind, cents: rest }, ...others.map(({ kind, cents }) => ({ kind, cents: cents ?? 0 }))].filter(
    ({ cents }) => cents !== 0 || total === 0,
  );
}

/** What is left for the first payment; below zero when the others ask for more than the total. */
export function restOf(payments: readonly PaymentEntry[], total: number): number {
  return payments.slice(1).reduce((left, { cents }) => left - (cents ?? 0), total);
}
