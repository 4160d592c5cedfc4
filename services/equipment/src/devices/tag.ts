import type { EquipmentType } from '#events';

/** A device's tag taken apart: `BXPC26-0322`. */
export interface Tag {
  readonly text: string;
  readonly branch: string;
  readonly type: EquipmentType;
  /** Two digits. */
  readonly year: string;
  readonly number: number;
}

const TYPE_OF: Readonly<Record<string, EquipmentType>> = { PC: 'COMPUTER', TA: 'TABLET', SP: 'SMARTPHONE' };
const LETTERS_OF: Readonly<Record<EquipmentType, string>> = { COMPUTER: 'PC', TABLET: 'TA', SMARTPHONE: 'SP' };

/** What the digit keys give on a French keyboard without shift. */
const DIGIT_KEYS = new Map([...'&é"\'(-è_çà'].map((sign, index) => [sign, String((index + 1) % 10)]));
/** Letters that change places between the French and the American keyboard; `M` sits under `,` and `?`. */
const SWAPPED = new Map([
  ['Q', 'A'],
  ['A', 'Q'],
  ['W', 'Z'],
  ['Z', 'W'],
  [',', 'M'],
  ['?', 'M'],
]);

/**
 * Reads a tag as scanned or typed: case, spaces, a missing dash, and the signs that a scanner set to American keys (or
 * digits typed without shift) leaves on a French keyboard. Undefined when it is no tag. Whether its branch exists is
 * for the caller to say.
 */
export function readTag(input: string): Tag | undefined {
  const signs = [
    ...input
      .normalize('NFC')
      .replace(/[\s\p{Pd}\p{Pi}\p{Pf}]/gu, (sign) => (/\s/.test(sign) ? '' : /\p{Pd}/u.test(sign) ? '-' : "'")),
  ];
  if (/^.{4}[0-9]{6}$/.test(signs.join(''))) signs.splice(6, 0, '-');
  const [b1 = '', b2 = '', t1 = '', t2 = '', y1 = '', y2 = '', dash = '', ...number] = signs;
  if (signs.length !== 11 || (dash !== '-' && dash !== ')')) return undefined;
  const letters = [b1, b2, t1, t2].map((sign) => sign.toUpperCase());
  // The American dash key gives `)` on a French keyboard: then the letters moved as well.
  const moved = dash === ')' || letters.includes(',') || letters.includes('?') || letters.slice(2).join('') === 'TQ';
  const [branch, kind] = splitLetters(letters.map((letter) => (moved ? (SWAPPED.get(letter) ?? letter) : letter)));
  const digits = [y1, y2, ...number].map((sign) => DIGIT_KEYS.get(sign.toLowerCase()) ?? sign).join('');
  const type = TYPE_OF[kind];
  if (!/^[A-Z]{2}$/.test(branch) || type === undefined || !/^[0-9]{6}$/.test(digits)) return undefined;
  return tagOf({ branch, type, year: digits.slice(0, 2), number: Number(digits.slice(2)) });
}

function splitLetters(letters: string[]): [string, string] {
  return [letters.slice(0, 2).join(''), letters.slice(2).join('')];
}

/** The tag of these parts. */
export function tagOf(parts: Omit<Tag, 'text'>): Tag {
  return { ...parts, text: `${tagPrefix(parts)}-${String(parts.number).padStart(4, '0')}` };
}

/** What tags of one branch, kind and year have in common: `BXPC26`. */
export function tagPrefix(parts: Pick<Tag, 'branch' | 'type' | 'year'>): string {
  return `${parts.branch}${LETTERS_OF[parts.type]}${parts.year}`;
}
