import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Obstacle, root, step } from '../../../deploy/local/bootstrap.mjs';

const folder = join(root, '.local', 'bench-peers', 'gateway');
const wanted = join(root, 'e2e/bench/peers/gateway');

/** Brings the programs that benches compare with, in the versions of the lockfile here; nobody's own install grows by them. */
export async function fetchGatewayPeers() {
  await step('Fetching what the gateway is compared with (npm ci)', isStale(), () => {
    mkdirSync(folder, { recursive: true });
    for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(wanted, file), join(folder, file));
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const { status } = spawnSync('npm', args, { cwd: folder, stdio: ['ignore', 2, 2] });
    if (status !== 0) throw new Obstacle('The programs to compare with could not be fetched: see the lines above.');
  });
}

/** Loads a package from among them. */
export const peer = createRequire(join(folder, 'package.json'));

function isStale() {
  const installed = join(folder, 'node_modules', '.package-lock.json');
  const lock = join(folder, 'package-lock.json');
  return (
    !existsSync(installed) || readFileSync(lock, 'utf8') !== readFileSync(join(wanted, 'package-lock.json'), 'utf8')
  );
}
