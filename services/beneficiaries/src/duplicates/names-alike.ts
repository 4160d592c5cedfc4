/** A name as it is compared: words without accents, and how they sound, given name first. */
export interface SpokenName {
  readonly given: readonly string[];
  readonly family: readonly string[];
  readonly sounds: readonly string[];
}

/** How two names compare. SHARED: a word of each is the same; SIBLING: the family name is, the given name is another. */
export type NamesAlike = 'SAME' | 'CLOSE' | 'SHARED' | 'SIBLING' | 'OTHER';

interface Word {
  readonly text: string;
  readonly sound: string;
  readonly given: boolean;
}

/** Compares two names whatever the order of their words: a form filled in the wrong way round is the same name. */
export function namesAlike(one: SpokenName, other: SpokenName): NamesAlike {
  const [short = [], long = []] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length);
  const left = [...long];
  const met: [Word, Word][] = [];
  // Equal words first, so that a close one does not take their place.
  for (const alike of [same, close])
    for (const word of short) {
      if (met.some(([known]) => known === word)) continue;
      const at = left.findIndex((candidate) => alike(word, candidate));
      const [found] = at < 0 ? [] : left.splice(at, 1);
      if (found) met.push([word, found]);
    }
  if (met.length === 0) return 'OTHER';
  if (met.length === short.length && (short.length > 1 || long.length === 1))
    return left.length === 0 && met.every(([a, b]) => same(a, b)) ? 'SAME' : 'CLOSE';
  const unmet = [...short.filter((word) => !met.some(([known]) => known === word)), ...left];
  const sibling = unmet.filter(({ given }) => given).length > 1 && met.every(([a, b]) => !a.given || !b.given);
  return sibling ? 'SIBLING' : 'SHARED';
}

function wordsOf({ given, family, sounds }: SpokenName): Word[] {
  return [...given, ...family].map((text, at) => ({ text, sound: sounds[at] ?? text, given: at < given.length }));
}

const same = (a: Word, b: Word) => a.text === b.text;

function close(a: Word, b: Word): boolean {
  const length = Math.max(a.text.length, b.text.length);
  if (length < 4) return false;
  const slips = slipsBetween(a.text, b.text);
  // Two vowels' worth of difference makes many a short name another one, though it sounds much the same.
  return slips <= (length < 10 ? 1 : 2) || (a.sound === b.sound && a.sound.length > 2 && slips <= 3);
}

/** How many slips of the hand lie between two words: a letter more, less or other, or two that changed places. */
function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + other);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row.at(-1) ?? 0;
}
