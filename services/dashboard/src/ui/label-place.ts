import type { Amount } from './format.js';

/** Where the name of the period before stands beside its line: at which end, above it or below. */
export interface LabelPlace {
  readonly index: number;
  readonly position: 'top' | 'bottom';
  readonly align: 'left' | 'right';
}

interface Pair {
  readonly value: Amount;
  readonly before?: Amount | undefined;
}

/** Under this share of the height a text below the line would stand on the axis. */
const FOOT = 0.12;

/** The end at which the two lines are further apart, on the side away from the other line. */
export function labelPlace(points: readonly Pair[]): LabelPlace {
  const number = (amount: Amount | undefined) => (typeof amount === 'number' ? amount : undefined);
  const last = Math.max(points.length - 1, 0);
  const top = Math.max(1, ...points.flatMap(({ value, before }) => [number(value) ?? 0, number(before) ?? 0]));
  // An end without a line of its own has nothing to name.
  const gap = (index: number) => {
    const before = number(points[index]?.before);
    return before === undefined ? -1 : Math.abs((number(points[index]?.value) ?? top) - before);
  };
  const index = gap(last) > gap(0) ? last : 0;
  const before = number(points[index]?.before) ?? 0;
  const above = before >= (number(points[index]?.value) ?? 0) || before < top * FOOT;
  return { index, position: above ? 'top' : 'bottom', align: index === 0 ? 'left' : 'right' };
}
