import { TOO_MANY_ROWS } from '../place.refusals.js';
import { readTable, type Table } from './read-table.js';

const MOST_ROWS = 10_000;

/** A file for import as a table. Refuses `NOT_A_TABLE`, naming what was recognised, and `TOO_MANY_ROWS`. */
export function readImportFile(bytes: Buffer): Table {
  const table = readTable(bytes);
  if (table.rows.length > MOST_ROWS) throw TOO_MANY_ROWS({ rows: table.rows.length, most: MOST_ROWS }, 'input.fileId');
  return table;
}
