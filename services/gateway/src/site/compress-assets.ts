import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const WORTH_IT = /\.(js|css|html|svg|json|txt|map|webmanifest)$/;
const MIN_BYTES = 1_024;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Lays a `.br` and a `.gz` beside each text file of the built dashboard that has none yet, so that serving one costs nothing. */
export async function compressAssets(folder: string): Promise<number> {
  let written = 0;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !WORTH_IT.test(entry.name) || (await isUpToDate(file))) continue;
    const bytes = await readFile(file);
    if (bytes.length < MIN_BYTES) continue;
    const options = {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    };
    await Promise.all([
      writeFile(`${file}.br`, await brotli(bytes, options)),
      writeFile(`${file}.gz`, await zip(bytes)),
    ]);
    written++;
  }
  return written;
}

async function isUpToDate(file: string): Promise<boolean> {
  const [source, compressed] = await Promise.all([stat(file), stat(`${file}.br`).catch(() => undefined)]);
  return compressed !== undefined && compressed.mtimeMs >= source.mtimeMs;
}
