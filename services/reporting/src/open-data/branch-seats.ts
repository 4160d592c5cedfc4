import { createRequire } from 'node:module';
import { BranchChanged, BranchOpened } from '#events';
import type { Received } from '#messaging';
import type { Tx } from '#persistence';
import type { Seat } from './territories.js';

/** What tells where branches are. */
export const SEAT_EVENTS: ReadonlySet<string> = new Set([BranchOpened.name, BranchChanged.name]);

/** The topic that it travels on. */
export const SEAT_TOPIC = BranchOpened.topic;

/** Keeps where each branch is, as last told; a branch's events come in their order. */
export async function keepSeats(tx: Tx, slice: readonly Received[]): Promise<void> {
  for (const { event } of slice) {
    if (!SEAT_EVENTS.has(event.type)) continue;
    const { data } = event as BranchOpened | BranchChanged;
    await tx.query(
      `INSERT INTO branch_seat VALUES ($1, $2)
       ON CONFLICT (branch) DO UPDATE SET commune_code = EXCLUDED.commune_code`,
      [data.branch, data.after.communeCode],
    );
  }
}

/** Every branch heard of, with its department and region (official geographic code, INSEE). */
export async function branchSeats(tx: Tx): Promise<Seat[]> {
  const rows: { branch: string; commune_code: string }[] = await tx.query(
    'SELECT branch, commune_code FROM branch_seat ORDER BY branch',
  );
  return rows.map(({ branch, commune_code: commune }) => {
    const department = commune.startsWith('97') ? commune.slice(0, 3) : commune.slice(0, 2);
    return { branch, department, region: regions().get(department) ?? department };
  });
}

let known: ReadonlyMap<string, string> | undefined;

/** Regions by department, read once and only when something is published. */
function regions(): ReadonlyMap<string, string> {
  if (!known) {
    const require = createRequire(import.meta.url);
    const list = require('@etalab/decoupage-administratif/data/departements.json') as {
      code: string;
      region: string;
    }[];
    known = new Map(list.map(({ code, region }) => [code, region]));
  }
  return known;
}
