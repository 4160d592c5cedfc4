import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Register } from '#runtime';
import { SERVICES } from '../../services/gateway/src/config.js';

/** What a built service says of itself. */
export interface DescribedService {
  readonly name: string;
  /** Its part of the graph. */
  readonly sdl: string;
  /** Names of the events it handles. */
  readonly listensTo: readonly string[];
  /** What it keeps, and why. */
  readonly register: Register | undefined;
}

const here = fileURLToPath(new URL('.', import.meta.url));

/** Asks every service that has a module; says which have none. */
export async function describeServices(): Promise<{ described: DescribedService[]; absent: string[] }> {
  const there = (name: string) => existsSync(join(here, `../../services/${name}/src/${name}.module.js`));
  const described: DescribedService[] = [];
  for (const name of SERVICES.filter(there)) described.push(await describeService(name));
  return { described, absent: SERVICES.filter((name) => !there(name)) };
}

function describeService(name: string): Promise<DescribedService> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--enable-source-maps', join(here, 'describe-service.js'), name], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
    });
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) done(JSON.parse(said) as DescribedService);
      else fail(new Error(`The ${name} service cannot say what it offers: see the lines above.`));
    });
  });
}
