/** How a branch stands in the network: a rate by its gap in points, anything counted by its share. */
export type BesideNetwork =
  | { readonly measure: 'points'; readonly by: number }
  | { readonly measure: 'share'; readonly share: number };

/** Undefined when there is nothing to say: no value, or a network at zero. */
export function besideNetwork(
  figure: { readonly unit: string; readonly value: number | null },
  network: number | null,
): BesideNetwork | undefined {
  if (figure.value === null || network === null) return undefined;
  if (figure.unit === 'RATE') return { measure: 'points', by: (figure.value - network) * 100 };
  return network === 0 ? undefined : { measure: 'share', share: figure.value / network };
}
