import type { Tx } from '#persistence';
import type { Compared } from './likeness.js';

/** A record in use that may be somebody's other one. Names are for comparing alone: they leave with nobody's answer. */
export interface Candidate extends Compared {
  readonly id: string;
  readonly branch: string;
  readonly initials: string;
}

/** Whose duplicates are looked for, and who may be one: as their index says it. */
export const COMPARABLE = (b: string) =>
  `${b}.kind = 'TRACKED' AND NOT ${b}.voided AND ${b}.erased_at IS NULL AND ${b}.restricted_at IS NULL`;

/** The columns of a candidate. */
export const CANDIDATE = (b: string) => `${b}.id, ${b}.branch, ${b}.birth_year AS "birthYear", ${b}.phone, ${b}.email,
  ${wordsOf(`${b}.given_name`)} AS given, ${wordsOf(`${b}.family_name`)} AS family, ${b}.name_sounds AS sounds,
  concat_ws(' ', upper(left(${b}.given_name, 1) COLLATE "pg_c_utf8") || '.',
                 upper(left(${b}.family_name, 1) COLLATE "pg_c_utf8") || '.') AS initials`;

/** A person being typed, as records are compared, and the keys by which they would be found. */
export async function comparedAs(
  tx: Tx,
  typed: { given: string; family: string; birthYear: number | null; phone: string | null; email: string | null },
): Promise<Compared & { keys: string[] }> {
  const { given, family, birthYear, phone, email } = typed;
  const [row]: (Compared & { keys: string[] })[] = await tx.query(
    `SELECT ${wordsOf('$1::text')} AS given, ${wordsOf('$2::text')} AS family, sounds_of($1, $2) AS sounds,
            duplicate_keys($1, $2, $3, $4, $5) AS keys`,
    [given, family, birthYear, phone, email],
  );
  if (!row) throw new Error('A question without an answer');
  return { ...row, birthYear, phone, email };
}

function wordsOf(name: string): string {
  return `coalesce(string_to_array(nullif(fold(${name}), ''), ' '), '{}')`;
}
