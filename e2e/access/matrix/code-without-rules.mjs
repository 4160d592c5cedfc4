/*
 * The built code with its own rules taken out: no permission is asked for, no branch bound. What then still keeps a record from
 * somebody is row-level security alone. The product has no such switch; this is a copy that is gone when the matrix ends.
 */
import { chmodSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../deploy/local/bootstrap.mjs';

const EDITS = [
  {
    file: 'dist/libs/access/src/access.guard.js',
    from: 'if (permission !== ANYONE_SIGNED_IN && !may(actor.role, permission)) throw FORBIDDEN({});',
    to: '',
  },
  {
    file: 'dist/libs/access/src/actor.js',
    from: `return actor.branches.includes('*') || actor.branches.includes(branch);`,
    to: 'return true;',
  },
  {
    file: 'dist/libs/persistence/src/reach.js',
    from: `return branches?.includes('*') ? undefined : branches;`,
    to: 'return undefined;',
  },
  {
    file: 'dist/services/network/src/places/place-for.js',
    from: `return branch === null ? actor.branches.includes('*') : reaches(actor, branch);`,
    to: 'return true;',
  },
  {
    file: 'dist/services/network/src/places/file-store.js',
    from: 'AND subject = $3',
    to: 'AND $3::text IS NOT NULL',
  },
  {
    file: 'dist/services/reporting/src/figures/view.js',
    from: 'const network = may(actor.role, Permission.ReadNetworkFigures);',
    to: 'const network = true;',
  },
  {
    file: 'dist/services/reporting/src/evidence/subject.js',
    from: `const near = actor.branches.includes('*') || actor.branches.includes(branch);`,
    to: 'const near = true;',
  },
];

/** Makes the copy in a folder. Throws when a rule is no longer where it was. */
export function codeWithoutRules(code) {
  mkdirSync(join(code, '.local'), { recursive: true });
  // Postgres, as nobody, follows links into its package from there.
  chmodSync(code, 0o755);
  for (const folder of ['dist', 'deploy', 'package.json'])
    cpSync(join(root, folder), join(code, folder), { recursive: true });
  for (const folder of ['node_modules', 'services', 'libs', '.local/kafka'])
    symlinkSync(join(root, folder), join(code, folder));
  for (const { file, from, to } of EDITS) {
    const text = readFileSync(join(code, file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no «${from}» any more: say where its rule is now.`);
    writeFileSync(join(code, file), text.replaceAll(from, to));
  }
}
