import type { Tx } from '#persistence';

/** A record in use: tracked, neither taken back nor erased nor set aside. As its index says it. */
export const IN_USE = `b.kind = 'TRACKED' AND NOT b.voided AND b.erased_at IS NULL AND b.restricted_at IS NULL`;

/** The day the time of keeping is counted from. */
export const LAST_SEEN = 'greatest(b.enrolled_on, b.last_contact_on)';

/** A batch of people after an id, or the one person asked about. */
export interface Batch {
  readonly after: string;
  readonly most: number;
  readonly only?: string;
}

/** People whose last contact is more than two years old where their branch is. */
export async function timeIsOver(tx: Tx, now: Date, { after, most, only }: Batch): Promise<string[]> {
  // The first bound is for the index: a zone is at most a day off.
  const rows: { id: string }[] = await tx.query(
    `SELECT b.id FROM beneficiary b JOIN known_branch k ON k.branch = b.branch
     WHERE ${IN_USE} AND ${LAST_SEEN} < ($1::timestamptz AT TIME ZONE 'UTC')::date - interval '2 years' + interval '1 day'
       AND ${LAST_SEEN} < ($1::timestamptz AT TIME ZONE k.zone)::date - interval '2 years'
       AND b.id > $2 AND ($4::uuid IS NULL OR b.id = $4)
     ORDER BY b.id LIMIT $3`,
    [now, after, most, only ?? null],
  );
  return rows.map(({ id }) => id);
}

/** People set aside for their time so many days ago or more. */
export async function archiveIsOver(tx: Tx, now: Date, days: number, batch: Batch): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT id FROM beneficiary WHERE restriction_ground = 'RETENTION' AND erased_at IS NULL
       AND restricted_at <= $1::timestamptz - make_interval(days => $2)
       AND id > $3 AND ($5::uuid IS NULL OR id = $5) ORDER BY id LIMIT $4`,
    [now, days, batch.after, batch.most, batch.only ?? null],
  );
  return rows.map(({ id }) => id);
}
