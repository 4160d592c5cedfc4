import { stringify } from 'csv-stringify/sync';
import type { PublishedFigure } from './published.js';

/** The columns of a published file, in order. */
export const COLUMNS = ['quarter', 'territory', 'indicator', 'dimension', 'member', 'value', 'masked'] as const;

/** The file of a quarter (RFC 4180, UTF-8). */
export function publishedFile(quarter: string, figures: readonly PublishedFigure[]): string {
  const rows = figures.map(({ value, ...row }) => ({ ...row, quarter, value: value ?? '', masked: value === null }));
  return stringify(rows, {
    header: true,
    columns: [...COLUMNS],
    record_delimiter: 'windows',
    cast: { boolean: String },
  });
}
