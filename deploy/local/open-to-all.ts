import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Lets every user read a folder of programs and run those in its `bin`, whatever the umask under which it was laid out. */
export function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, folder.endsWith('bin') ? 0o755 : 0o644);
  }
}
