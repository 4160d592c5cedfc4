import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A whole network of this bench, empty at first, as `npm start` runs it. */
export interface Network {
  readonly address: string;
  /** A database of it, as its superuser. */
  databaseUrl(service: string): string;
  stop(): Promise<void>;
}

/** Starts it on ports of its own; the journeys' caller then speaks to it. */
export async function startNetwork(base: number): Promise<Network> {
  const state = mkdtempSync(join(tmpdir(), 'passerelle-live-'));
  const launcher = spawn(process.execPath, ['deploy/local/start.mjs', '--empty'], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      PORT_BASE: String(base),
      PASSERELLE_STATE: state,
      // One caller stands for a whole network here.
      QUERY_BUDGET_PER_MINUTE: '10000000',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((done) => launcher.once('exit', () => done()));
  let ready = false;
  for await (const line of createInterface({ input: launcher.stdout })) {
    ready = /Ready/.test(line);
    if (ready) break;
  }
  if (!ready) throw new Error('the network of this bench did not come up');
  launcher.stdout.resume();
  const address = `http://localhost:${base}`;
  process.env['JOURNEY_URL'] = address;
  process.env['JOURNEY_IDENTITY'] = `http://localhost:${base + 10}`;
  const { postgres } = JSON.parse(readFileSync(join(state, 'secrets.json'), 'utf8')) as { postgres: string };
  return {
    address,
    databaseUrl: (service) => `postgres://postgres:${postgres}@127.0.0.1:${base + 30}/${service}`,
    async stop() {
      launcher.kill('SIGTERM');
      await gone;
      rmSync(state, { recursive: true, force: true });
    },
  };
}
