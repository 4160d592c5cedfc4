import type { Tx } from '#persistence';
import { NETWORK } from './cells.js';
import { Kind, type StoredDelta } from './delta.js';
import type { Numbers } from './dictionaries.js';

/** Stands for the month before a person's first, and for the one after their last. */
export const NEVER_BEFORE = '0001-01-01';
export const NEVER_AFTER = '9999-12-31';

/** Bit of a day among the days of its month. */
export const DAY_BIT = (day: string): string => `1 << (extract(day FROM ${day})::int - 1)`;

/** The days of a month on which a person was seen, as they were kept and as the deltas have them now. */
interface Seen {
  readonly branch: string;
  readonly person_no: number;
  readonly month: string;
  readonly before: number;
  readonly now: number;
}

/** A month of a person, with the days when they are to be written and the months on either side. */
interface Link {
  readonly branch: string;
  readonly personNo: number;
  readonly month: string;
  readonly prev: string;
  readonly next: string;
  readonly days: number | null;
}

/**
 * Keeps the months in which people were helped, and the number of people by month and month before, in step with these
 * deltas, which are stored already. What was kept of a touched month is compared with what its deltas say now, so it does not
 * matter what came first. A row stands for a person by their root number, however many records they have; whoever is in `regrouped`
 * has another root now, or may have. One transaction at a time: whoever calls holds the network's watermark.
 */
export async function keepPersonMonths(
  tx: Tx,
  schema: string,
  deltas: readonly StoredDelta[],
  numbers: Numbers,
  regrouped: readonly number[] = [],
): Promise<void> {
  const moved = await movedMonths(tx, schema, deltas, numbers, regrouped);
  if (moved.length === 0) return;
  const came = moved.filter(({ before }) => before === 0);
  const went = moved.filter(({ now }) => now === 0);
  const links: Link[] = [];
  const cells = new Map<string, number>();
  const count = ({ branch, month, prev }: Link, people: 1 | -1) => {
    const key = `${branch} ${month} ${prev}`;
    cells.set(key, (cells.get(key) ?? 0) + people);
  };
  const chains = await chainsOf(tx, schema, [...came, ...went]);
  for (const [key, changes] of Map.groupBy(moved, keyOf)) {
    const [months, first] = [chains.get(key), changes[0]];
    if (!months || !first) continue;
    const after = new Set(months);
    for (const { month, now } of changes) {
      if (now === 0) after.delete(month);
      else after.add(month);
    }
    const old = linked(first, months);
    const made = linked(first, [...after].sort());
    const seenOn = new Map(changes.map(({ month, now }) => [month, now]));
    for (const [month, link] of old) if (made.get(month)?.prev !== link.prev) count(link, -1);
    for (const [month, link] of made) {
      const was = old.get(month);
      if (was?.prev !== link.prev) count(link, 1);
      const days = seenOn.get(month) ?? null;
      if (days !== null || was?.prev !== link.prev || was.next !== link.next) links.push({ ...link, days });
    }
  }
  const others = moved.filter((seen) => !chains.has(keyOf(seen)));
  await remove(tx, schema, went);
  await write(tx, schema, links);
  await setDays(tx, schema, others);
  await addToCells(tx, schema, cells);
}

const keyOf = ({ branch, person_no }: { branch: string; person_no: number }) => `${branch} ${person_no}`;

/** Each month with its neighbours. */
function linked({ branch, person_no: personNo }: Seen, months: readonly string[]): Map<string, Link> {
  return new Map(
    months.map((month, n) => [
      month,
      { branch, personNo, month, prev: months[n - 1] ?? NEVER_BEFORE, next: months[n + 1] ?? NEVER_AFTER, days: null },
    ]),
  );
}

/** The months of people, by branch and in the network, of which the days are no longer those that were kept. */
async function movedMonths(
  tx: Tx,
  schema: string,
  deltas: readonly StoredDelta[],
  numbers: Numbers,
  regrouped: readonly number[],
): Promise<Seen[]> {
  const touched = new Map<string, { person: number; month: string }>();
  for (const { kind, personId, occurredOn } of deltas) {
    const person = kind === Kind.ACT ? numbers.person(personId) : null;
    const month = `${occurredOn.slice(0, 7)}-01`;
    if (person !== null) touched.set(`${person} ${month}`, { person, month });
  }
  if (regrouped.length > 0) {
    const kept: { month: string }[] = await tx.query(
      `SELECT DISTINCT month::text AS month FROM ${schema}.person_month WHERE person_no = ANY ($1::int[])`,
      [regrouped],
    );
    for (const person of regrouped) for (const { month } of kept) touched.set(`${person} ${month}`, { person, month });
  }
  if (touched.size === 0) return [];
  const rows = [...touched.values()];
  // Person by person, from the index on person and day: OFFSET 0 keeps the planner from reading all deltas at once.
  return tx.query(
    `WITH named AS MATERIALIZED (SELECT * FROM unnest($1::int[], $2::date[]) AS t(person_no, month)),
     touched AS MATERIALIZED (
       SELECT person_no, month FROM named
       UNION SELECT r.root_no, n.month FROM named n JOIN ${schema}.person_root r USING (person_no)),
     seen AS (
       SELECT coalesce(branch, '${NETWORK}') AS branch, person_no, month, bit_or(${DAY_BIT('occurred_on')}) AS days
       FROM (
         SELECT d.branch, t.person_no, t.month, d.occurred_on FROM touched t
         CROSS JOIN LATERAL (
           SELECT person_no AS member FROM ${schema}.person_root WHERE root_no = t.person_no
           UNION ALL
           SELECT t.person_no WHERE NOT EXISTS (SELECT 1 FROM ${schema}.person_root r WHERE r.person_no = t.person_no)) m
         CROSS JOIN LATERAL (
           SELECT branch, occurred_on, units FROM ${schema}.delta
           WHERE kind = ${Kind.ACT} AND person_no = m.member AND occurred_on >= t.month AND occurred_on < (t.month + interval '1 month')::date
           OFFSET 0) d
         GROUP BY GROUPING SETS ((d.branch, t.person_no, m.member, t.month, d.occurred_on), (t.person_no, m.member, t.month, d.occurred_on))
         HAVING sum(d.units) > 0) AS seen_days
       GROUP BY 1, 2, 3),
     kept AS (
       SELECT k.branch, t.person_no, t.month, k.days
       FROM touched t CROSS JOIN LATERAL (
         SELECT branch, days FROM ${schema}.person_month p WHERE p.person_no = t.person_no AND p.month = t.month) k)
     SELECT branch, person_no, month::text AS month, coalesce(k.days, 0) AS before, coalesce(s.days, 0) AS now
     FROM seen s FULL JOIN kept k USING (branch, person_no, month) WHERE s.days IS DISTINCT FROM k.days`,
    [rows.map(({ person }) => person), rows.map(({ month }) => month)],
  );
}

/** All months kept of those people, in order, where one comes or goes; by branch and person. */
async function chainsOf(tx: Tx, schema: string, changes: readonly Seen[]): Promise<Map<string, string[]>> {
  const keys = new Map(changes.map((seen) => [keyOf(seen), seen]));
  if (keys.size === 0) return new Map();
  const wanted = [...keys.values()];
  const rows: { branch: string; person_no: number; months: string | null }[] = await tx.query(
    `SELECT k.branch, k.person_no, c.months FROM unnest($1::text[], $2::int[]) AS k(branch, person_no)
     CROSS JOIN LATERAL (
       SELECT string_agg(month::text, ' ' ORDER BY month) AS months FROM ${schema}.person_month p
       WHERE p.person_no = k.person_no AND p.branch = k.branch::char(2)) c`,
    [wanted.map(({ branch }) => branch), wanted.map(({ person_no }) => person_no)],
  );
  return new Map(rows.map((row) => [keyOf(row), row.months?.split(' ') ?? []]));
}

async function remove(tx: Tx, schema: string, went: readonly Seen[]): Promise<void> {
  if (went.length === 0) return;
  await tx.query(
    `DELETE FROM ${schema}.person_month p USING unnest($1::char(2)[], $2::date[], $3::int[]) AS w(branch, month, person_no)
     WHERE p.branch = w.branch AND p.month = w.month AND p.person_no = w.person_no`,
    columns(went, ({ branch, month, person_no }) => [branch, month, person_no]),
  );
}

async function write(tx: Tx, schema: string, links: readonly Link[]): Promise<void> {
  const seen = links.filter(({ days }) => days !== null);
  const beside = links.filter(({ days }) => days === null);
  if (seen.length > 0)
    await tx.query(
      `INSERT INTO ${schema}.person_month (branch, month, person_no, prev_month, next_month, days)
       SELECT * FROM unnest($1::char(2)[], $2::date[], $3::int[], $4::date[], $5::date[], $6::int[])
       ON CONFLICT (branch, month, person_no) DO UPDATE
         SET prev_month = EXCLUDED.prev_month, next_month = EXCLUDED.next_month, days = EXCLUDED.days`,
      columns(seen, ({ branch, month, personNo, prev, next, days }) => [branch, month, personNo, prev, next, days]),
    );
  if (beside.length > 0)
    await tx.query(
      `UPDATE ${schema}.person_month p SET prev_month = l.prev, next_month = l.next
       FROM unnest($1::char(2)[], $2::date[], $3::int[], $4::date[], $5::date[]) AS l(branch, month, person_no, prev, next)
       WHERE p.branch = l.branch AND p.month = l.month AND p.person_no = l.person_no`,
      columns(beside, ({ branch, month, personNo, prev, next }) => [branch, month, personNo, prev, next]),
    );
}

async function setDays(tx: Tx, schema: string, moved: readonly Seen[]): Promise<void> {
  if (moved.length === 0) return;
  await tx.query(
    `UPDATE ${schema}.person_month p SET days = w.days
     FROM unnest($1::char(2)[], $2::date[], $3::int[], $4::int[]) AS w(branch, month, person_no, days)
     WHERE p.branch = w.branch AND p.month = w.month AND p.person_no = w.person_no`,
    columns(moved, ({ branch, month, person_no, now }) => [branch, month, person_no, now]),
  );
}

async function addToCells(tx: Tx, schema: string, cells: ReadonlyMap<string, number>): Promise<void> {
  const rows = [...cells].filter(([, value]) => value !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO ${schema}.person_cell AS c (branch, month, prev_month, value)
     SELECT * FROM unnest($1::text[], $2::date[], $3::date[], $4::bigint[])
     ON CONFLICT (branch, month, prev_month) DO UPDATE SET value = c.value + EXCLUDED.value`,
    columns(rows, ([key, value]) => [...key.split(' '), value]),
  );
}

/** Rows turned into one array per column, as `unnest` takes them. */
function columns<T>(rows: readonly T[], of: (row: T) => unknown[]): unknown[][] {
  const table = rows.map(of);
  return (table[0] ?? []).map((_, column) => table.map((row) => row[column]));
}
