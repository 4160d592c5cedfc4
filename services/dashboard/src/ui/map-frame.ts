/** A point on the drawn map. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The part of the map that is shown. */
export interface Frame extends Spot {
  readonly width: number;
  readonly height: number;
}

/** Closer than this the outline of the country says nothing any more. */
const SMALLEST = 90;
const MARGIN = 16;

/** The part of a map that holds every spot with some room around, in the map's own proportions; all of it without spots. */
export function frameOf(map: { readonly width: number; readonly height: number }, spots: readonly Spot[]): Frame {
  if (spots.length === 0) return { x: 0, y: 0, width: map.width, height: map.height };
  const xs = spots.map(({ x }) => x);
  const ys = spots.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const proportion = map.width / map.height;
  const wanted = Math.max(right - left + 2 * MARGIN, (bottom - top + 2 * MARGIN) * proportion, SMALLEST);
  const width = Math.min(wanted, map.width);
  const height = width / proportion;
  return { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height };
}
