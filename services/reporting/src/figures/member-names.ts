import type { Tx } from '#persistence';
import type { Dimension } from './indicators.js';

/** For dimensions whose members are numbered by their value lists. */
export const NAMELESS: ReadonlyMap<number, string> = new Map();

/** What the numbers of communes and places stand for. They are given once and never again: those met so far need not be asked for. */
export class MemberNames {
  private readonly known = { COMMUNE: new Map<number, string>(), PLACE: new Map<number, string>() };

  /** The names of these members by number. */
  async of(
    tx: Tx,
    dimension: Dimension,
    parts: readonly (readonly [number, number])[],
  ): Promise<ReadonlyMap<number, string>> {
    if (dimension !== 'COMMUNE' && dimension !== 'PLACE') return NAMELESS;
    const known = this.known[dimension];
    const unknown = parts.map(([member]) => member).filter((member) => member !== 0 && !known.has(member));
    if (unknown.length === 0) return known;
    const rows: { no: number; id: string }[] = await tx.query(
      `SELECT no, id FROM ${dimension === 'PLACE' ? 'place_number' : 'commune_number'} WHERE no = ANY ($1::int[])`,
      [unknown],
    );
    for (const { no, id } of rows) known.set(no, id);
    return known;
  }
}
