import { type Tx, within } from '#persistence';

/** All records within reach that are the same person as each of these, themselves included; not those that are set aside. */
export async function recordsOf(tx: Tx, people: readonly string[]): Promise<Map<string, string[]>> {
  const values: unknown[] = [people];
  const rows: { asked: string; id: string }[] = await tx.query(
    `SELECT a.asked, r.id FROM unnest($1::uuid[]) AS a(asked) CROSS JOIN LATERAL same_person(a.asked) AS one(id)
       JOIN beneficiary r ON r.id = one.id AND (r.id = a.asked OR r.restricted_at IS NULL)
     WHERE ${within(tx, values, 'r.branch')}`,
    values,
  );
  const found = Map.groupBy(rows, ({ asked }) => asked);
  return new Map([...found].map(([asked, same]) => [asked, same.map(({ id }) => id)]));
}
