import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Ports, portsFrom, type Service } from '../../deploy/local/ports.ts';
import type { Secrets } from '../../deploy/local/secrets.ts';
import { network } from './caller.js';

/** Where the network under test keeps its state; journeys that look under its floor need one of their own. */
export function stateFolder(): string {
  const state = process.env['JOURNEY_STATE'];
  if (!state) throw new Error('JOURNEY_STATE is missing: this needs a network of its own');
  return state;
}

/** What the network's processes tell each other. */
export function secrets(): Secrets {
  return JSON.parse(readFileSync(join(stateFolder(), 'secrets.json'), 'utf8')) as Secrets;
}

/** Where each of them listens. */
export const ports = (): Ports => portsFrom(Number(new URL(network()).port));

/** Looks into a service's database as nobody of the product may. */
export async function asSuperuser<R>(database: Service, act: (client: Client) => Promise<R>): Promise<R> {
  const at = `127.0.0.1:${ports().postgres}/${database}`;
  const client = new Client({ connectionString: `postgres://postgres:${secrets().postgres}@${at}` });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
