import { stringify } from 'csv-stringify/sync';

/** A part of what a service holds of a person, as it answers. */
export interface HeldTable {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly [about: string]: string }[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Everything held of a person, service by service. */
export interface PersonExport {
  readonly beneficiaryId: string;
  readonly madeAt: string;
  readonly services: readonly { readonly service: string; readonly tables: readonly HeldTable[] }[];
}

const HEAD = [
  'service',
  'table',
  'ligne',
  'colonne',
  'valeur',
  'finalité',
  'base légale',
  'catégorie',
  'conservation',
  'destinataires',
];

/** As JSON, for a program. */
export function jsonFile(all: PersonExport): string {
  return JSON.stringify(all, null, 2);
}

/** As a table with one line for each value, for a spreadsheet: tables of several shapes fit in one file. */
export function csvFile(all: PersonExport): string {
  const lines = all.services.flatMap(({ service, tables }) =>
    tables.flatMap(({ table, columns, rows }) =>
      rows.flatMap((row, index) =>
        columns.map(({ name, purpose, legalBasis, category, retention, recipients }) => [
          service,
          table,
          String(index + 1),
          name,
          textOf(row[name]),
          ...[purpose, legalBasis, category, retention, recipients],
        ]),
      ),
    ),
  );
  return stringify([HEAD, ...lines], { bom: true, delimiter: ';', record_delimiter: '\r\n', escape_formulas: true });
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
