import type { ExportWords } from '../../i18n/exports.fr.js';
import { csvOf } from '../../ui/csv.js';
import { download } from '../../ui/download.js';
import type { Language } from '../../ui/format.js';
import { type ListColumn, type ListHead, type ListTaken, listFile } from './list-file.js';

/** Hands the person the list as a file, explained in their language. Comes when first asked for, with its words. */
export async function writeList<Row>(
  language: Language,
  name: string,
  head: ListHead,
  taken: ListTaken,
  columns: readonly ListColumn<Row>[],
  rows: readonly Row[],
): Promise<void> {
  download(name, csvOf(listFile(await wordsOf(language), head, taken, columns, rows)));
}

async function wordsOf(language: Language): Promise<ExportWords> {
  return language === 'en'
    ? (await import('../../i18n/exports.en.js')).exported
    : (await import('../../i18n/exports.fr.js')).exported;
}
