/** A place that figures are added up for: the country, a region, a department, or one branch. */
export interface Territory {
  /** `FR`, `REG-75`, `DEP-33` with the official codes (INSEE), or a branch's two letters. */
  readonly code: string;
  readonly branches: readonly string[];
  /** What it is the sum of; none for a branch. */
  readonly parts: readonly Territory[];
}

/** Where a branch is. */
export interface Seat {
  readonly branch: string;
  readonly department: string;
  readonly region: string;
}

/**
 * The country down to its branches. A department or region with a single branch is that branch under another name, so it is
 * left out: the same number twice would only be an equation more.
 */
export function territoriesOf(seats: readonly Seat[]): Territory {
  const leaf = ({ branch }: Seat): Territory => ({ code: branch, branches: [branch], parts: [] });
  const departments = (within: readonly Seat[]) =>
    grouped(
      within,
      ({ department }) => `DEP-${department}`,
      (some) => some.map(leaf),
    );
  return joined(
    'FR',
    grouped(seats, ({ region }) => `REG-${region}`, departments),
  );
}

function grouped(
  seats: readonly Seat[],
  codeOf: (seat: Seat) => string,
  inner: (some: readonly Seat[]) => readonly Territory[],
): Territory[] {
  return [...Map.groupBy(seats, codeOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, some]) => joined(code, inner(some)));
}

function joined(code: string, parts: readonly Territory[]): Territory {
  const [only] = parts;
  if (only && parts.length === 1 && code !== 'FR') return only;
  return { code, branches: parts.flatMap(({ branches }) => branches), parts };
}
