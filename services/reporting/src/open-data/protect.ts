import type { Cell, Line, Table } from './table.js';

/** The smallest number that may be shown: French official statistics on persons hide a cell below it (INSEE). */
export const THRESHOLD = 11;
/** Above this share of a cell, who is the largest can be told from it (the rule of dominance, INSEE). */
const DOMINANT = 0.85;
/** What is shown is rounded to it. */
export const ROUNDED_TO = 5;
/** How far apart what a hidden number may be has to stay, at the least. */
export const NARROWEST = 3;

/** Finds the hidden cells of a table that can be narrowed down to fewer than `NARROWEST` apart. */
export type Attack = (table: Table, hidden: ReadonlySet<string>) => Promise<readonly string[]>;

/**
 * Which cells of a table must stay hidden. First the small ones, the zeros that tell of persons and those that one branch nearly
 * fills; then, line by line, a second one wherever a single one could be worked out; then, as long as an attack by linear
 * programming still narrows one down, one more beside it.
 */
export async function hiddenCells(table: Table, attack: Attack): Promise<ReadonlySet<string>> {
  const hidden = new Set<string>();
  for (const cell of table.cells.values()) if (mustHide(cell)) hidden.add(cell.id);
  const linesOf = linesByCell(table.lines);
  for (;;) {
    hideSeconds(table, hidden);
    const narrowed = await attack(table, hidden);
    if (narrowed.length === 0) return hidden;
    const more = narrowed.flatMap((id) => cheapest(table, hidden, linesOf.get(id) ?? []) ?? []);
    // Nothing beside it is left to hide: then nothing of this table goes out.
    if (more.length === 0) return new Set(table.cells.keys());
    for (const id of more) hidden.add(id);
  }
}

/** What is shown of a cell: nothing when it is hidden, else the number rounded. */
export function shown(cell: Cell, hidden: ReadonlySet<string>): number | null {
  if (hidden.has(cell.id)) return null;
  return Math.round(cell.value / ROUNDED_TO) * ROUNDED_TO;
}

function mustHide({ value, structural, dominance }: Cell): boolean {
  if (structural) return false;
  return value < THRESHOLD || dominance > DOMINANT;
}

/** A line with one hidden cell is no secret: the smallest of the others is hidden too, until no line has just one. */
function hideSeconds({ cells, lines }: Table, hidden: Set<string>): void {
  for (let again = true; again; ) {
    again = false;
    for (const line of lines) {
      if (members(line).filter((id) => hidden.has(id)).length !== 1) continue;
      const second = smallest(
        cells,
        members(line).filter((id) => !hidden.has(id)),
      );
      if (second === undefined) continue;
      hidden.add(second);
      again = true;
    }
  }
}

const members = ({ whole, parts }: Line) => [whole, ...parts];

function smallest(cells: Table['cells'], ids: readonly string[]): string | undefined {
  let found: Cell | undefined;
  for (const id of ids) {
    const cell = cells.get(id);
    if (cell && !cell.structural && (!found || cell.value < found.value)) found = cell;
  }
  return found?.id;
}

function cheapest(table: Table, hidden: ReadonlySet<string>, lines: readonly Line[]): string | undefined {
  return smallest(
    table.cells,
    lines.flatMap((line) => members(line).filter((id) => !hidden.has(id))),
  );
}

function linesByCell(lines: readonly Line[]): ReadonlyMap<string, Line[]> {
  const found = new Map<string, Line[]>();
  for (const line of lines) for (const id of members(line)) found.set(id, [...(found.get(id) ?? []), line]);
  return found;
}
