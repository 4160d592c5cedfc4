import { readTable, type Table, TOO_MANY_ROWS } from '#runtime';

const MOST_ROWS = 50_000;

/** A list of people as a table. Refuses `NOT_A_TABLE`, naming what was recognised, and `TOO_MANY_ROWS`. */
export async function readPeopleFile(bytes: Buffer): Promise<Table> {
  const table = await readTable(bytes);
  if (table.rows.length > MOST_ROWS) throw TOO_MANY_ROWS({ rows: table.rows.length, most: MOST_ROWS }, 'input.fileId');
  return table;
}
