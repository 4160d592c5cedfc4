/** Search part of an address: plain words, lists by comma and sorted; the same view always has the same address. */
export type Search = Readonly<Record<string, string>>;

export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** Keys in alphabetical order; empty ones are left out. Commas and colons stay legible. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(search)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const text = new URLSearchParams(entries).toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text === '' ? '' : `?${text}`;
}

/** `A,B` as a sorted list without repeats; what is not allowed is returned apart, to be said and ignored. */
export function readList<V extends string>(
  value: string | undefined,
  allowed: readonly V[],
): { readonly known: readonly V[]; readonly unknown: readonly string[] } {
  const asked = [...new Set((value ?? '').split(',').filter(Boolean))].sort();
  const isKnown = (word: string): word is V => (allowed as readonly string[]).includes(word);
  return { known: asked.filter(isKnown), unknown: asked.filter((word) => !isKnown(word)) };
}

/** The list as it is written in an address; undefined (left out) when it is empty. */
export function writeList(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : [...new Set(values)].sort().join(',');
}
