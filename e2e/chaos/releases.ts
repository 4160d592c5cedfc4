import { existsSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { local } from '../../deploy/local/paths.ts';
import { copyOfCode } from './copy-of-code.ts';

/** Which code a process runs: what is tested, or one that came after it. */
export type Release = 'this' | 'next';

/** What another release does: each of its events says more than today's readers know of. */
const NEXT = {
  file: 'dist/libs/messaging/src/outbox.js',
  from: 'JSON.stringify(fact.data)',
  to: "JSON.stringify({ ...fact.data, saidByTheNextRelease: { since: 'tomorrow', of: [1, null] } })",
};

/** The folder that a process of this name runs from, for it to be led elsewhere before its next start. */
export const runsFrom = (name: string): string => join(local, `release-of-${name}`);

/** Leads the next start of a process to that release of the code; the release is made when it is first asked for. */
export function lead(name: string, release: Release, code: string): void {
  const next = join(local, 'next-release');
  if (release === 'next' && !existsSync(next)) copyOfCode(code, next, [NEXT]);
  const link = runsFrom(name);
  symlinkSync(release === 'next' ? next : code, `${link}-new`);
  renameSync(`${link}-new`, link);
}
