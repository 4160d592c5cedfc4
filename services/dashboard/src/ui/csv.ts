import { stringify } from 'csv-stringify/browser/esm/sync';

/** Cells beginning so would run as formulas in a spreadsheet: they get a leading apostrophe. */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A text that no spreadsheet runs as a formula. */
export function stillText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Rows as French spreadsheets read them: semicolons, decimal comma, a byte-order mark. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    {
      bom: true,
      delimiter: ';',
      record_delimiter: '\r\n',
      cast: {
        number: (value) => String(value).replace('.', ','),
        string: stillText,
      },
    },
  );
}
