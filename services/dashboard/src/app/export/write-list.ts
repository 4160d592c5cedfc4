import type { ExportWords } from '../../i18n/exports.fr.js';
import { csvOf, stillText } from '../../ui/csv.js';
import { download } from '../../ui/download.js';
import type { Language } from '../../ui/format.js';
import { type ListColumn, type ListHead, type ListTaken, listFile } from './list-file.js';

/** What a list may be handed out as. */
export type ListFormat = 'csv' | 'xlsx';

/** Hands the person the list as a file, explained in their language. Comes when first asked for, with its words. */
export async function writeList<Row>(
  language: Language,
  file: { readonly name: string; readonly format: ListFormat },
  head: ListHead,
  taken: ListTaken,
  columns: readonly ListColumn<Row>[],
  rows: readonly Row[],
): Promise<void> {
  const lines = listFile(await wordsOf(language), head, taken, columns, rows);
  const name = `${file.name}.${file.format}`;
  if (file.format === 'csv') download(name, csvOf(lines));
  else download(name, await workbookOf(lines), WORKBOOK);
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The same lines as one sheet; a number stays a number. */
async function workbookOf(lines: readonly (readonly (string | number)[])[]): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal');
  return write(lines.map((line) => line.map((cell) => (typeof cell === 'string' ? stillText(cell) : cell)))).toBlob();
}

async function wordsOf(language: Language): Promise<ExportWords> {
  return language === 'en'
    ? (await import('../../i18n/exports.en.js')).exported
    : (await import('../../i18n/exports.fr.js')).exported;
}
