import type { Tx } from '#persistence';

/** One condition on a person, `?` standing for its value. */
export interface SearchTerm {
  readonly condition: string;
  readonly value: string | number;
}

/** More words than this only repeat themselves. */
const MOST_TERMS = 8;

/** What a search means: every word must be the beginning of a name, a birth year, or digits of the phone number. */
export async function searchTerms(tx: Tx, text: string | null): Promise<SearchTerm[]> {
  if (text === null) return [];
  // A number typed with spaces or points is one number.
  const words = /^[\d\s.+()-]+$/.test(text) ? [text.replace(/\D/g, '')] : await foldedWords(tx, text);
  return words
    .filter((word) => word !== '')
    .slice(0, MOST_TERMS)
    .map(termOf);
}

async function foldedWords(tx: Tx, text: string): Promise<string[]> {
  const [row]: { folded: string }[] = await tx.query('SELECT fold($1) AS folded', [text]);
  return (row?.folded ?? '').split(' ');
}

function termOf(word: string): SearchTerm {
  if (/^(19|20)\d\d$/.test(word))
    return { condition: `(b.birth_year = ? OR b.phone LIKE '%' || CAST(? AS text) || '%')`, value: Number(word) };
  // The number is kept with its country code, so the 0 dialled in France is not in it.
  if (/^\d+$/.test(word))
    return { condition: `b.phone LIKE '%' || ? || '%'`, value: word.replace(/^(00\d\d|33(?=\d{9})|0)/, '') };
  return { condition: `b.search_name LIKE '% ' || ? || '%'`, value: word.replace(/[\\%_]/g, '\\$&') };
}
