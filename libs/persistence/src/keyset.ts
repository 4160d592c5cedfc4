import { INVALID_CURSOR, PAGE_SIZE } from '#errors';

/** The last row seen of a list, in its order: opaque to callers. */
export type CursorKey = readonly (string | number)[];

/** A page of rows and where the next one begins; null = no more. */
export interface Page<R> {
  readonly items: R[];
  readonly endCursor: string | null;
}

/** A cursor for the row with this key. */
export function encodeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

const SHAPES = {
  text: (part: string) => !part.includes('\0'),
  uuid: (part: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part),
  day: (part: string) => /^\d{4}-\d{2}-\d{2}$/.test(part) && !Number.isNaN(Date.parse(part)),
  number: (part: string) => /^-?\d{1,15}$/.test(part),
  instant: (part: string) => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(part) && !Number.isNaN(Date.parse(part)),
};

/** What a part of a cursor holds: `text`, `uuid`, `number`, `day` (2026-11-26) or `instant` (ISO, UTC). */
export type CursorPart = keyof typeof SHAPES;

/**
 * The key a cursor stands for, undefined without a cursor; `parts` names what each of its parts must be, so that a forged
 * one never reaches the database. Refuses `INVALID_CURSOR`.
 */
export function decodeCursor(cursor: string | null | undefined, ...parts: readonly CursorPart[]): string[] | undefined {
  if (cursor == null) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === parts.length) {
      const texts = key.map(String);
      if (texts.every((text, index) => SHAPES[parts[index] ?? 'text'](text))) return texts;
    }
  } catch {
    // Falls through to the refusal: a cursor that is no JSON was not ours.
  }
  throw INVALID_CURSOR({}, 'after');
}

/** Checks a page size. Refuses `PAGE_SIZE` outside 1–100. */
export function pageSize(first: number): number {
  if (!Number.isInteger(first) || first < 1 || first > 100) throw PAGE_SIZE({}, 'first');
  return first;
}

/** Cuts `first + 1` fetched rows to a page; the extra row only tells that there is more. */
export function pageOf<R>(rows: R[], first: number, keyOf: (row: R) => CursorKey): Page<R> {
  const items = rows.slice(0, first);
  const last = items.at(-1);
  return { items, endCursor: rows.length > first && last !== undefined ? encodeCursor(keyOf(last)) : null };
}
