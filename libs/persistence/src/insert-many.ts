import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Tx } from './database.js';

const AT_ONCE = 1_000;

/** Inserts rows by the thousand: one parameter holds them all, where a column each would cost seconds. */
export async function insertMany<R extends ObjectLiteral>(
  tx: Tx,
  Entity: EntityTarget<R>,
  rows: readonly R[],
): Promise<void> {
  const { tableName, columns } = tx.connection.getMetadata(Entity);
  const names = columns.map((column) => `"${column.databaseName}"`).join(', ');
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const records = rows
      .slice(from, from + AT_ONCE)
      .map((row) => Object.fromEntries(columns.map((column) => [column.databaseName, row[column.propertyName]])));
    await tx.query(
      `INSERT INTO "${tableName}" (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::"${tableName}", $1::jsonb)`,
      [JSON.stringify(records)],
    );
  }
}
