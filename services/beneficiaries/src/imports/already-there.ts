import type { Tx } from '#persistence';
import type { PeopleImport } from './people-import.entity.js';
import type { PersonRead } from './read-person.js';

/** Who a row turns out to be, by its key: a person of the branch, or another row of the same list. */
export interface AlreadyThere {
  readonly people: ReadonlyMap<string, string>;
  readonly rows: ReadonlyMap<string, number>;
}

/**
 * Looks for all of them at once: those this source brought before, those the branch enrolled itself, those higher up in the list.
 * A list that numbers its people has told its own apart: two of one name and year are two.
 */
export async function alreadyThere(tx: Tx, list: PeopleImport, read: readonly PersonRead[]): Promise<AlreadyThere> {
  const keys = read.map(({ key }) => key);
  const people: { key: string; id: string }[] = await tx.query(
    `SELECT i.key, i.beneficiary_id AS id FROM imported_person i JOIN beneficiary b ON b.id = i.beneficiary_id
     WHERE i.branch = $1 AND i.key = ANY ($2::text[]) AND NOT b.voided
     UNION ALL
     SELECT w.key, b.id
     FROM jsonb_to_recordset($3::jsonb) AS w(key text, numbered boolean, given text, family text, year int, phone text, email text)
     JOIN beneficiary b ON b.branch = $1 AND NOT b.voided AND b.erased_at IS NULL AND b.kind = 'TRACKED'
       AND b.sort_name = fold(coalesce(w.family, '') || ' ' || coalesce(w.given, ''))
     WHERE (b.birth_year = w.year OR b.phone = w.phone OR b.email = w.email)
       AND coalesce(b.birth_year = w.year, true) AND coalesce(b.phone = w.phone, true) AND coalesce(b.email = w.email, true)
       AND NOT (w.numbered AND EXISTS (SELECT FROM imported_person i WHERE i.beneficiary_id = b.id AND i.source = $4))`,
    [list.branch, keys, JSON.stringify(read.map(asCompared)), list.source],
  );
  const rows: { key: string; row: number }[] = await tx.query(
    `SELECT key, min("row")::int AS row FROM people_import_row
     WHERE import_id = $1 AND key = ANY ($2::text[]) AND outcome = 'ENROLLED' GROUP BY key`,
    [list.id, keys],
  );
  return {
    people: new Map(people.map(({ key, id }) => [key, id])),
    rows: new Map(rows.map(({ key, row }) => [key, row])),
  };
}

function asCompared({ key, numbered, input }: PersonRead) {
  const { givenName: given, familyName: family, birthYear: year, phone, email } = input;
  return { key, numbered, given, family, year, phone, email };
}
