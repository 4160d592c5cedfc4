import type { Tx } from '#persistence';
import { type StoredDelta } from './delta.js';

/** Small numbers that stand for long ids in deltas and cells. */
export interface Numbers {
  person(id: string | null | undefined): number | null;
  place(id: string | null | undefined): number | null;
  commune(code: string | null | undefined): number | null;
  /** An event's type. */
  type(name: string): number | null;
}

/** The numbers of everything these deltas name; what is new gets its number here. */
export async function numbersFor(tx: Tx, deltas: readonly StoredDelta[]): Promise<Numbers> {
  const person = await numbered(
    tx,
    'person_number',
    'uuid',
    deltas.flatMap((delta) => [delta.personId, delta.samePersonId]),
  );
  const place = await numbered(
    tx,
    'place_number',
    'uuid',
    deltas.map((delta) => delta.placeId),
  );
  const commune = await numbered(
    tx,
    'commune_number',
    'text',
    deltas.map((delta) => delta.communeCode),
  );
  const type = await numbered(
    tx,
    'event_type_number',
    'text',
    deltas.map((delta) => delta.eventType),
  );
  const of = (numbers: Map<string, number>) => (id: string | null | undefined) =>
    id == null ? null : (numbers.get(id) ?? null);
  return { person: of(person), place: of(place), commune: of(commune), type: of(type) };
}

interface Numbered {
  readonly id: string;
  readonly no: number;
}

async function numbered(
  tx: Tx,
  table: 'person_number' | 'place_number' | 'commune_number' | 'event_type_number',
  type: 'uuid' | 'text',
  named: readonly (string | null | undefined)[],
): Promise<Map<string, number>> {
  const ids = [...new Set(named.filter((id): id is string => id != null))].sort();
  if (ids.length === 0) return new Map();
  const find = (wanted: readonly string[]) =>
    tx.query<Numbered[]>(`SELECT id, no FROM ${table} WHERE id = ANY ($1::${type}[])`, [wanted]);
  const rows = await find(ids);
  if (rows.length < ids.length) {
    const known = new Set(rows.map((row) => row.id));
    const missing = ids.filter((id) => !known.has(id));
    const made: Numbered[] = await tx.query(
      `INSERT INTO ${table} (id) SELECT id FROM unnest($1::${type}[]) AS t(id) ON CONFLICT DO NOTHING RETURNING id, no`,
      [missing],
    );
    // What somebody else has just numbered is not given back here.
    rows.push(...(made.length < missing.length ? await find(missing) : made));
  }
  return new Map(rows.map((row) => [row.id, row.no]));
}
