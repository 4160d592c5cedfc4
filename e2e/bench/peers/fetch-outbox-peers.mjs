/* Fetches what B1 and B2 are compared with into .local/bench-peers, once: nobody else's installation grows by it. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Obstacle, root, step } from '../../../deploy/local/bootstrap.mjs';

const wanted = join(root, 'e2e/bench/peers/outbox');
const files = ['package.json', 'package-lock.json', 'pom.xml'];

/** Where they lie; ../outbox/peers-home.ts says the same to typed code. */
const peersHome = join(root, '.local/bench-peers/outbox');

/** Fetches them unless they are there in the versions wanted. */
export async function fetchOutboxPeers() {
  const marker = join(peersHome, 'complete');
  const print = files.map((file) => readFileSync(join(wanted, file), 'utf8')).join('\n');
  const there = existsSync(marker) && readFileSync(marker, 'utf8') === print;
  await step('Fetching what the relay is compared with (npm, Maven)', !there, () => {
    rmSync(peersHome, { recursive: true, force: true });
    mkdirSync(peersHome, { recursive: true });
    for (const file of files) cpSync(join(wanted, file), join(peersHome, file));
    // -C: a download whose checksum does not match is refused, not warned about.
    const goal = ['dependency:copy-dependencies', '-DoutputDirectory=jars', '-DincludeScope=runtime'];
    for (const [command, ...args] of [
      ['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
      ['mvn', '-C', '-B', '-q', ...goal],
    ]) {
      const { status, stderr, error } = spawnSync(command, args, { cwd: peersHome, encoding: 'utf8' });
      if (status !== 0) throw new Obstacle(`${command} could not fetch the peers: ${error?.message ?? stderr}`);
    }
    writeFileSync(marker, print);
  });
}
