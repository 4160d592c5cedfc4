/** A piece of a file, with the number of its first row in the whole file. */
export interface Piece {
  readonly content: string;
  readonly firstRow: number;
  readonly rows: number;
}

/** So many rows of some two hundred characters fit into one request. */
const ROWS = 300;

/** Cuts a file into pieces that can be sent, the header repeated on each; what is no JSON list is cut as a table, for the service to judge. */
export function piecesOf(content: string, most = ROWS): Piece[] {
  return listOf(content, most) ?? tableOf(content, most);
}

function listOf(content: string, most: number): Piece[] | undefined {
  if (!content.trimStart().startsWith('[')) return undefined;
  let found: unknown;
  try {
    found = JSON.parse(content);
  } catch {
    return undefined;
  }
  if (!Array.isArray(found)) return undefined;
  return cut(found, most).map(({ part, from }) => ({
    content: JSON.stringify(part),
    firstRow: from + 1,
    rows: part.length,
  }));
}

function tableOf(content: string, most: number): Piece[] {
  const [header = '', ...rows] = linesOf(content).filter((line) => line.trim() !== '');
  return cut(rows, most).map(({ part, from }) => ({
    content: [header, ...part].join('\n'),
    firstRow: from + 1,
    rows: part.length,
  }));
}

/** The lines of a table; a line break between quotes ends none. */
function linesOf(content: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of content.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    line = line === '' ? part : `${line}\n${part}`;
    if ((line.match(/"/g)?.length ?? 0) % 2 === 1) continue;
    lines.push(line);
    line = '';
  }
  return line === '' ? lines : [...lines, line];
}

function cut<T>(rows: readonly T[], most: number): { part: readonly T[]; from: number }[] {
  return Array.from({ length: Math.ceil(rows.length / most) }, (_, index) => ({
    part: rows.slice(index * most, (index + 1) * most),
    from: index * most,
  }));
}
