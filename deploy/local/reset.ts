import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { kafkaLibs, local, pidFile, postgresHome } from './paths.ts';
import { endLeftovers } from './registry.ts';

async function agreed(): Promise<boolean> {
  if (process.argv.includes('--yes')) return true;
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('This deletes all data of this local world. Type yes to go on: ');
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}

if (!(await agreed())) {
  console.error('Nothing was deleted. To delete without being asked: npm run reset -- --yes');
  process.exit(1);
}
const ended = await endLeftovers(pidFile);
if (ended.length > 0) console.log(`Stopped: ${ended.join(', ')}`);
rmSync(postgresHome(), { recursive: true, force: true });
forget(local);
console.log('The local world is empty; npm start makes a new one.');

/** Everything but the broker's jars, which are no data and took time to fetch. */
function forget(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (path === kafkaLibs) continue;
    if (kafkaLibs.startsWith(`${path}/`)) forget(path);
    else rmSync(path, { recursive: true, force: true });
  }
}
