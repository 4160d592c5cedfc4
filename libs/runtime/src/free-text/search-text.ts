/** A text as it is searched: no accents, no case, no punctuation, single spaces. */
export function searchText(...parts: (string | null | undefined)[]): string {
  return parts
    .filter((part) => part != null)
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The `LIKE` patterns that a row's search text must all match, whatever the order of the words. */
export function searchPatterns(text: string | null | undefined): string[] {
  return searchText(text)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 10)
    .map((word) => `%${word}%`);
}
