import type { Tx } from '#persistence';
import { cellsOf, writeCells } from './cells.js';
import { Kind, type StoredDelta } from './delta.js';
import { numbersFor } from './dictionaries.js';
import { keepEdges, regroup } from './person-groups.js';
import { keepPersonMonths } from './person-months.js';

/** The tables of one version of the figures. */
export class FiguresStore {
  readonly schema: string;

  constructor(readonly version: number) {
    this.schema = `reporting_v${version}`;
  }

  /** Counts what is new among these: deltas, who has moved, the cells they add up to and the months of people. An event counts whole or not at all. */
  async count(tx: Tx, deltas: readonly StoredDelta[]): Promise<void> {
    const numbers = await numbersFor(tx, deltas);
    const fresh = await this.insert(tx, deltas, numbers);
    const counted = deltas.filter((delta) => fresh.has(delta.eventId));
    // First of all, since it holds the network's row: of several processes one at a time adds to the sums that follow.
    await this.raiseWatermarks(tx, counted);
    await writeCells(tx, this.schema, cellsOf(counted, numbers));
    const regrouped = await regroup(tx, this.schema, counted, numbers);
    await keepPersonMonths(tx, this.schema, counted, numbers, regrouped);
    if (regrouped.length > 0) await this.raise(tx, await branchesThatSaw(tx, this.schema, regrouped));
  }

  /** Keeps what is new among these and leaves the cells alone, which are folded once all is loaded. */
  async load(tx: Tx, deltas: readonly StoredDelta[]): Promise<void> {
    await this.insert(tx, deltas, await numbersFor(tx, deltas));
  }

  /** Inserts the deltas of events not seen before, and who they say is the same person. Gives the ids that are new. */
  private async insert(
    tx: Tx,
    deltas: readonly StoredDelta[],
    numbers: Awaited<ReturnType<typeof numbersFor>>,
  ): Promise<Set<string>> {
    const column = <T>(value: (delta: StoredDelta) => T): T[] => deltas.map(value);
    const rows: { event_id: string }[] = await tx.query(
      `INSERT INTO ${this.schema}.delta (event_id, n, recorded_at, themes, cents, occurred_on, person_no, place_no, commune_no, units,
                                         minutes, kind, branch, solution, gender, age_band, status, a1, a2, subject, type_no, lag_days)
       SELECT i.*, ((i.recorded_at AT TIME ZONE 'UTC')::date - i.occurred_on)::int2
       FROM unnest($1::uuid[], $2::int2[], $3::timestamptz[], $4::bigint[], $5::bigint[], $6::date[], $7::int[], $8::int[], $9::int[],
                   $10::int[], $11::int[], $12::int2[], $13::text[], $14::int2[], $15::int2[], $16::int2[], $17::int2[], $18::int2[],
                   $19::int2[], $20::text[], $21::int[])
            AS i(event_id, n, recorded_at, themes, cents, occurred_on, person_no, place_no, commune_no, units, minutes, kind, branch,
                 solution, gender, age_band, status, a1, a2, subject, type_no)
       WHERE NOT EXISTS (SELECT 1 FROM ${this.schema}.delta d WHERE d.event_id = i.event_id)
       RETURNING event_id`,
      [
        column((d) => d.eventId),
        column((d) => d.n),
        column((d) => d.recordedAt.toISOString()),
        column((d) => String(d.themes ?? 0n)),
        column((d) => d.cents ?? 0),
        column((d) => d.occurredOn),
        column((d) => numbers.person(d.personId)),
        column((d) => numbers.place(d.placeId)),
        column((d) => numbers.commune(d.communeCode)),
        column((d) => d.units),
        column((d) => d.minutes ?? 0),
        column((d) => d.kind),
        column((d) => d.branch),
        column((d) => d.solution ?? null),
        column((d) => d.gender ?? null),
        column((d) => d.ageBand ?? null),
        column((d) => d.status ?? null),
        column((d) => d.a1 ?? null),
        column((d) => d.a2 ?? null),
        column((d) => d.subject),
        column((d) => numbers.type(d.eventType)),
      ],
    );
    const fresh = new Set(rows.map((row) => row.event_id));
    await keepEdges(
      tx,
      this.schema,
      deltas.filter((delta) => fresh.has(delta.eventId)),
      numbers,
    );
    return fresh;
  }

  /** Tells watchers that these branches, and the network, have moved. */
  private async raiseWatermarks(tx: Tx, deltas: readonly StoredDelta[]): Promise<void> {
    const branches = [...new Set(deltas.filter((delta) => delta.kind !== Kind.MARKER).map((delta) => delta.branch))];
    await this.raise(tx, branches);
  }

  private async raise(tx: Tx, branches: readonly string[]): Promise<void> {
    if (branches.length === 0) return;
    await tx.query(
      `INSERT INTO ${this.schema}.watermark AS w (branch, version, changed_at) SELECT b, 1, now() FROM unnest($1::text[]) AS b
       ON CONFLICT (branch) DO UPDATE SET version = w.version + 1, changed_at = now()`,
      [[...new Set([...branches, '--'])].sort()],
    );
  }
}

/** Where any of these people were helped: their number of people may have moved, though no act of theirs has. */
async function branchesThatSaw(tx: Tx, schema: string, people: readonly number[]): Promise<string[]> {
  const rows: { branch: string }[] = await tx.query(
    `SELECT DISTINCT m.branch FROM ${schema}.person_root r JOIN ${schema}.person_month m ON m.person_no = r.root_no
     WHERE r.person_no = ANY ($1::int[])
     UNION SELECT branch FROM ${schema}.person_month WHERE person_no = ANY ($1::int[])`,
    [people],
  );
  return rows.map(({ branch }) => branch);
}

/** The version that readers see. Held until the transaction ends: nobody switches in the middle of a slice. */
export async function liveStore(tx: Tx): Promise<FiguresStore> {
  const [row]: { version: number }[] = await tx.query(
    `SELECT version FROM reporting.projection_version WHERE state = 'LIVE'`,
  );
  if (!row) throw new Error('no version of the figures is live');
  return new FiguresStore(row.version);
}
