import { INVALID_CURSOR } from '#errors';
import { decodeCursor } from '#persistence';

const SHAPES = {
  text: (part: string) => !part.includes('\0'),
  uuid: (part: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part),
  day: (part: string) => /^\d{4}-\d{2}-\d{2}$/.test(part) && !Number.isNaN(Date.parse(part)),
  instant: (part: string) => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(part) && !Number.isNaN(Date.parse(part)),
};

/** The parts of a cursor, each of the kind its list orders by. Refuses `INVALID_CURSOR` for one this list did not hand out. */
export function readCursor(after: string | null | undefined, ...kinds: (keyof typeof SHAPES)[]): string[] | undefined {
  const parts = decodeCursor(after, kinds.length)?.map(String);
  if (parts?.some((part, index) => !SHAPES[kinds[index] ?? 'text'](part))) throw INVALID_CURSOR({}, 'after');
  return parts;
}
