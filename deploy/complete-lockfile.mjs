/*
 * `npm ci` refuses a lockfile in which a package's variant for some other platform is missing, and npm leaves such
 * variants out when the registry it asked does not carry them. This writes them in, with the version their parent asks
 * for: after each `npm install`, so that the lockfile installs everywhere. `--check` only says whether any is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './local/bootstrap.mjs';

const file = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const packages = lock.packages;
const platform = /(android|darwin|linux|win32|freebsd|openharmony)-(arm64|arm|x64|ia32|ppc64|s390x|riscv64|loong64)/;

/** Where npm would find a dependency: beside the package, or in any folder above it. */
function isLocked(from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(at.lastIndexOf('node_modules/') - 1, 0))) {
    if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true;
    if (!at) return false;
  }
}

const missing = Object.entries(packages).flatMap(([path, parent]) =>
  Object.entries(path ? (parent.optionalDependencies ?? {}) : {})
    .filter(([name, version]) => platform.test(name) && /^\d/.test(version) && !isLocked(path, name))
    .map(([name, version]) => ({ name, version, parent })),
);

if (missing.length > 0 && process.argv.includes('--check')) {
  console.error(`Missing in package-lock.json: ${missing.map(({ name }) => name).join(', ')}`);
  console.error('Run: node deploy/complete-lockfile.mjs');
  process.exit(1);
}
for (const { name, version, parent } of missing) {
  const [, os, cpu] = name.match(platform);
  const libc = name.includes('musl') ? ['musl'] : os === 'linux' ? ['glibc'] : undefined;
  const { dev, license } = parent;
  packages[`node_modules/${name}`] = { version, cpu: [cpu], dev, libc, license, optional: true, os: [os] };
}
if (missing.length > 0) {
  lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`Written into package-lock.json: ${missing.length} variants for other platforms`);
}
