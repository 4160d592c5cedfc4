/** A correction as its owner noted it. */
export interface Note {
  readonly at: string;
  readonly reason: string;
  readonly author: string;
}

/** Note and event are written in one transaction, each with the clock of its own moment. */
const SAME_ACT_MS = 5_000;

/** The note that belongs to an event written down at that instant: the nearest, if it is near enough to be the same act. */
export function reasonOf(notes: readonly Note[], recordedAt: string): Note | undefined {
  const distance = (note: Note) => Math.abs(Date.parse(note.at) - Date.parse(recordedAt));
  const [nearest] = [...notes].sort((a, b) => distance(a) - distance(b));
  return nearest && distance(nearest) <= SAME_ACT_MS ? nearest : undefined;
}
