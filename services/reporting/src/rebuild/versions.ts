import { LIVE_READER } from '#messaging';
import type { Tx } from '#persistence';
import { FiguresStore } from '../projection/figures-store.js';
import { writeFoldedCells } from '../projection/fold.js';

/** LOADING: its deltas are being read · STANDBY: complete, kept up to date, seen by nobody · LIVE: what readers see · RETIRED: gone. */
export const VersionState = { LOADING: 'LOADING', STANDBY: 'STANDBY', LIVE: 'LIVE', RETIRED: 'RETIRED' } as const;
export type VersionState = keyof typeof VersionState;

/** One version of the figures. */
export interface Version {
  readonly version: number;
  readonly state: VersionState;
  readonly beganAt: Date;
  readonly loadedAt: Date | null;
  readonly switchedAt: Date | null;
  /** Events it has read so far, and those the live version has read. */
  readonly read: number;
  readonly known: number;
}

/** Who reads for a version that is not live. */
export const readerOfVersion = (version: number): string => `v${version}`;

/** All versions, the newest first. */
export async function listVersions(tx: Tx): Promise<Version[]> {
  const rows: {
    version: number;
    state: VersionState;
    began_at: Date;
    loaded_at: Date | null;
    switched_at: Date | null;
    read: string;
    known: string;
  }[] = await tx.query(
    `SELECT v.*,
       (SELECT coalesce(sum(next_offset), 0) FROM consumer_offset
        WHERE reader = CASE WHEN v.state = 'LIVE' THEN $1 ELSE 'v' || v.version END) AS read,
       (SELECT coalesce(sum(next_offset), 0) FROM consumer_offset WHERE reader = $1) AS known
     FROM reporting.projection_version v ORDER BY version DESC`,
    [LIVE_READER],
  );
  return rows.map((row) => ({
    version: row.version,
    state: row.state,
    beganAt: row.began_at,
    loadedAt: row.loaded_at,
    switchedAt: row.switched_at,
    read: Number(row.read),
    known: Number(row.known),
  }));
}

/** The state of a version; undefined when there is none. */
export async function stateOf(tx: Tx, version: number): Promise<VersionState | undefined> {
  const [row]: { state: VersionState }[] = await tx.query(
    'SELECT state FROM reporting.projection_version WHERE version = $1',
    [version],
  );
  return row?.state;
}

/**
 * Ends the loading of a version: indexes it, folds its cells and lets it stand by. Its places of record are held meanwhile, so
 * that no slice comes between; whoever was killed on the way leaves nothing behind, and the next one does it all.
 */
export async function finishLoading(tx: Tx, version: number): Promise<void> {
  await tx.query('SELECT 1 FROM consumer_offset WHERE reader = $1 ORDER BY topic, partition FOR UPDATE', [
    readerOfVersion(version),
  ]);
  if ((await stateOf(tx, version)) !== 'LOADING') return;
  await tx.query('SELECT reporting.index_version($1)', [version]);
  await writeFoldedCells(tx, new FiguresStore(version).schema);
  await tx.query(`UPDATE reporting.projection_version SET state = 'STANDBY', loaded_at = now() WHERE version = $1`, [
    version,
  ]);
}

/** What a group of deltas adds up to in two versions, where they differ. */
export interface Difference {
  readonly kind: number;
  readonly branch: string;
  readonly month: string;
  readonly events: { readonly live: number; readonly other: number };
  readonly units: { readonly live: number; readonly other: number };
  readonly cents: { readonly live: number; readonly other: number };
}

/**
 * Where a version differs from the live one, over the events that both have counted; up to `limit` groups. A new figure or a
 * mended one differs on purpose; nothing else may.
 */
export async function compareWithLive(tx: Tx, version: number, limit = 50): Promise<Difference[]> {
  const sums = (own: string, other: string) =>
    `SELECT kind, branch, date_trunc('month', occurred_on)::date AS month, count(DISTINCT event_id) AS events,
            sum(units) AS units, sum(cents) AS cents
     FROM ${own}.delta d WHERE EXISTS (SELECT 1 FROM ${other}.delta o WHERE o.event_id = d.event_id) GROUP BY 1, 2, 3`;
  const schema = new FiguresStore(version).schema;
  const rows: Record<string, string | number | null>[] = await tx.query(
    `SELECT kind, branch, to_char(month, 'YYYY-MM-DD') AS month, l.events AS le, o.events AS oe, l.units AS lu, o.units AS ou,
            l.cents AS lc, o.cents AS oc
     FROM (${sums('reporting', schema)}) l FULL JOIN (${sums(schema, 'reporting')}) o USING (kind, branch, month)
     WHERE (l.events, l.units, l.cents) IS DISTINCT FROM (o.events, o.units, o.cents)
     ORDER BY month, branch, kind LIMIT $1`,
    [limit],
  );
  const pair = (live: unknown, other: unknown) => ({ live: Number(live ?? 0), other: Number(other ?? 0) });
  return rows.map((row) => ({
    kind: Number(row['kind']),
    branch: String(row['branch']),
    month: String(row['month']),
    events: pair(row['le'], row['oe']),
    units: pair(row['lu'], row['ou']),
    cents: pair(row['lc'], row['oc']),
  }));
}
