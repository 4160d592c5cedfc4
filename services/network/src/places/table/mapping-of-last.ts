import type { Tx } from '#persistence';
import { ImportRun } from '../import-run.entity.js';
import type { ColumnMapping } from './map-columns.js';

/** How columns of this source were read the last time, those left out too, so that nobody maps the same file twice. */
export async function mappingOfLast(tx: Tx, source: string): Promise<ColumnMapping[]> {
  const [last] = await tx.find(ImportRun, { where: { source }, order: { createdAt: 'DESC', id: 'DESC' }, take: 1 });
  return last?.columns ?? [];
}
