import type { Tx } from '#persistence';
import { Kind, type StoredDelta } from './delta.js';
import type { Numbers } from './dictionaries.js';

/** Two numbers of one person. */
export interface Edge {
  readonly a: number;
  readonly b: number;
}

/** Keeps who these deltas say is the same person, or is not after all. They add up, in whatever order they come. */
export async function keepEdges(
  tx: Tx,
  schema: string,
  deltas: readonly StoredDelta[],
  numbers: Numbers,
): Promise<void> {
  const rows = edgeDeltas(deltas);
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO ${schema}.person_edge (event_id, merge_id, a, b, units, recorded_at)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[], $5::int[], $6::timestamptz[])`,
    [
      rows.map(({ eventId }) => eventId),
      rows.map(({ subject }) => subject),
      rows.map(({ personId }) => numbers.person(personId)),
      rows.map(({ samePersonId }) => numbers.person(samePersonId)),
      rows.map(({ units }) => units),
      rows.map(({ recordedAt }) => recordedAt),
    ],
  );
}

/** Finds anew who is one person around the people of these merges. Gives everybody whose group may be another one now. */
export async function regroup(
  tx: Tx,
  schema: string,
  deltas: readonly StoredDelta[],
  numbers: Numbers,
): Promise<number[]> {
  const named = edgeDeltas(deltas).flatMap(({ personId, samePersonId }) => [
    numbers.person(personId),
    numbers.person(samePersonId),
  ]);
  const people = new Set(named.filter((no) => no !== null));
  if (people.size === 0) return [];
  // Whatever a merge taken back leaves of a group, one of its two people is in it: the walk finds all of them.
  const edges = await edgesAround(tx, schema, people);
  await tx.query(`DELETE FROM ${schema}.person_root WHERE person_no = ANY ($1::int[])`, [[...people]]);
  await tx.query(`INSERT INTO ${schema}.person_root SELECT * FROM unnest($1::int[], $2::int[])`, [
    ...columnsOf(rootsOf(edges)),
  ]);
  return [...people].sort((a, b) => a - b);
}

/** Walks from these people to everybody who is one with them, adding them. A group is small: this ends after a step or two. */
async function edgesAround(tx: Tx, schema: string, people: Set<number>): Promise<Edge[]> {
  const edges = new Map<string, Edge>();
  for (let frontier = [...people]; frontier.length > 0; ) {
    const found: Edge[] = await tx.query(
      `SELECT a, b FROM (
         SELECT * FROM ${schema}.person_edge WHERE a = ANY ($1::int[])
         UNION SELECT * FROM ${schema}.person_edge WHERE b = ANY ($1::int[])) e
       GROUP BY merge_id, a, b HAVING sum(units) > 0`,
      [frontier],
    );
    for (const edge of found) edges.set(`${edge.a} ${edge.b}`, edge);
    frontier = [...new Set(found.flatMap(({ a, b }) => [a, b]))].filter((no) => !people.has(no));
    for (const no of frontier) people.add(no);
  }
  return [...edges.values()];
}

/** All pairs that hold, as known now or on an instant. */
export function edgesOf(tx: Tx, table: string, asOf: Date | null = null): Promise<Edge[]> {
  return tx.query(
    `SELECT a, b FROM ${table} WHERE $1::timestamptz IS NULL OR recorded_at <= $1
     GROUP BY merge_id, a, b HAVING sum(units) > 0`,
    [asOf],
  );
}

/** The root of everybody in a group: its smallest number, so that the order in which pairs came does not matter. */
export function rootsOf(edges: readonly Edge[]): Map<number, number> {
  const up = new Map<number, number>();
  const rootOf = (no: number): number => {
    let root = no;
    for (let next = up.get(root); next !== undefined && next !== root; next = up.get(root)) root = next;
    return root;
  };
  for (const { a, b } of edges) {
    const [low, high] = [rootOf(a), rootOf(b)].sort((x, y) => x - y);
    if (low === undefined || high === undefined) continue;
    for (const no of [a, b]) if (!up.has(no)) up.set(no, no);
    up.set(high, low);
    up.set(low, low);
  }
  return new Map([...up.keys()].map((no) => [no, rootOf(no)]));
}

/** People and their roots, as two columns. */
export function columnsOf(roots: ReadonlyMap<number, number>): [number[], number[]] {
  return [[...roots.keys()], [...roots.values()]];
}

function edgeDeltas(deltas: readonly StoredDelta[]): StoredDelta[] {
  return deltas.filter(({ kind }) => kind === Kind.SAME_PERSON);
}
