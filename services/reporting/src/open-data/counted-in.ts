import type { Tx } from '#persistence';
import { Dimension, INDICATORS, type Sum } from '../figures/indicators.js';
import { memberName } from '../figures/members.js';
import { NETWORK } from '../projection/cells.js';
import type { Cube } from './cubes.js';
import type { Counted } from './table.js';

const NAMES = new Map<number, Dimension>(Object.entries(Dimension).map(([name, no]) => [no, name as Dimension]));
const NO_COMMUNES: ReadonlyMap<number, string> = new Map();

/** What every branch counted of an indicator in a period of whole months, by everything that is published of it. */
export async function countedIn(
  tx: Tx,
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
  cube: Cube,
): Promise<Counted[]> {
  const indicator: Sum = INDICATORS[cube.indicator];
  const asked = (['TOTAL', ...cube.parts, ...cube.mentions] as const).map((name) => Dimension[name]);
  const rows: { branch: string; dim: number; member: number; value: string }[] = await tx.query(
    `SELECT branch, dim, member, sum(value) AS value FROM reporting.cell_month
     WHERE indicator = $1 AND dim = ANY ($2::int2[]) AND branch <> $3 AND month BETWEEN $4 AND $5
     GROUP BY 1, 2, 3 HAVING sum(value) <> 0`,
    [indicator.id, asked, NETWORK, startsOn, endsOn],
  );
  return rows.map(({ branch, dim, member, value }) => {
    const dimension = NAMES.get(dim) ?? 'TOTAL';
    return { branch, dimension, member: memberName(dimension, member, NO_COMMUNES), value: Number(value) };
  });
}
