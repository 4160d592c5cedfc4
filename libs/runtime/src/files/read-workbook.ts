import type { CellValue } from 'read-excel-file/node';

/** What a workbook of ten megabytes may say it becomes: beyond, it was made to fill a memory. */
const MOST_BYTES = 200 * 1024 * 1024;

/** The cells of a workbook’s first sheet, line by line, as they read; undefined for what is no workbook. Read beside the service, which answers meanwhile. */
export async function readWorkbook(bytes: Buffer): Promise<string[][] | undefined> {
  try {
    // Loaded with the first workbook: most processes never see one.
    const [{ unzipSync }, { readSheet }] = await Promise.all([import('fflate'), import('read-excel-file/node')]);
    if (unpackedBytes(bytes, unzipSync) > MOST_BYTES) return undefined;
    return (await readSheet(bytes)).map((line) => line.map(textOf));
  } catch {
    // Whatever the reader stumbles over, to whoever sent it the file is not one that can be read.
    return undefined;
  }
}

/** As the archive’s own list has it; nothing is unpacked. */
function unpackedBytes(bytes: Buffer, unzipSync: typeof import('fflate').unzipSync): number {
  let sum = 0;
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      sum += originalSize;
      return false;
    },
  });
  return sum;
}

/** A day is written as a day: a workbook keeps it as a moment at midnight, without a zone. */
function textOf(cell: CellValue | null): string {
  if (cell === null) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim();
}
