import type { Change } from '../../ui/tile.js';

/** A value and its comparison, as the gateway gives them. */
export interface FigureValue {
  readonly code: string;
  readonly unit: string;
  readonly value: number | null;
  readonly previous: number | null;
}

/** A base under ten says nothing in per cent; nor does one from which a figure grew tenfold: most of it is a beginning. */
const SMALLEST_BASE = 10;
const LARGEST_GROWTH = 10;

/** The change of a figure against its comparison; undefined when there is none worth saying. */
export function changeOf(
  figure: Pick<FigureValue, 'unit' | 'value' | 'previous'>,
  against: string,
): Change | undefined {
  const { value, previous } = figure;
  if (value === null || previous === null) return undefined;
  if (figure.unit === 'RATE') return { by: (value - previous) * 100, measure: 'points', against };
  const base = figure.unit === 'CENTS' ? previous / 100 : previous;
  const by = (value - previous) / previous;
  return base < SMALLEST_BASE || by >= LARGEST_GROWTH ? undefined : { by, measure: 'percent', against };
}
