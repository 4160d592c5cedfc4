import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../deploy/local/paths.ts';

/** Words of a built file, and those that stand there instead. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** A folder with the built code of another, but for these edits. Throws when what is edited is no longer where it was. */
export function copyOfCode(from: string, code: string, edits: readonly Edit[]): void {
  mkdirSync(code, { recursive: true });
  cpSync(join(from, 'dist'), join(code, 'dist'), { recursive: true });
  cpSync(join(from, 'package.json'), join(code, 'package.json'));
  for (const folder of ['node_modules', 'services']) symlinkSync(join(root, folder), join(code, folder));
  for (const edit of edits) {
    const path = join(code, edit.file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(edit.from)) throw new Error(`${edit.file} has no «${edit.from}» any more: say what it has now.`);
    writeFileSync(path, text.replaceAll(edit.from, edit.to));
  }
}
