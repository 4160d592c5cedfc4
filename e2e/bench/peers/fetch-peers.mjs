import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Obstacle, root, step } from '../../../deploy/local/bootstrap.mjs';

const files = ['package.json', 'package-lock.json'];
const wanted = (name) => join(root, 'e2e/bench/peers', name);
const fetched = (name) => join(root, '.local', 'bench-peers', name);

/** Brings the programs that benches compare with, in the versions of the lockfile here; nobody's own install grows by them. */
export async function fetchPeers(name) {
  await step(`Fetching what the ${name} is compared with (npm ci)`, isStale(name), () => {
    mkdirSync(fetched(name), { recursive: true });
    for (const file of files) copyFileSync(join(wanted(name), file), join(fetched(name), file));
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const { status } = spawnSync('npm', args, { cwd: fetched(name), stdio: ['ignore', 2, 2] });
    if (status !== 0) throw new Obstacle('The programs to compare with could not be fetched: see the lines above.');
  });
}

/** Loads packages from among the peers of that name. */
export const peersOf = (name) => createRequire(join(fetched(name), 'package.json'));

function isStale(name) {
  const installed = join(fetched(name), 'node_modules', '.package-lock.json');
  const lock = join(fetched(name), 'package-lock.json');
  return (
    !existsSync(installed) ||
    readFileSync(lock, 'utf8') !== readFileSync(join(wanted(name), 'package-lock.json'), 'utf8')
  );
}
