import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { portsFrom, services } from '../../../deploy/local/ports.ts';
import { network } from '../../journeys/caller.js';

/** Which of the two walls stand while the matrix is asked. */
export interface Wall {
  readonly name: string;
  readonly raise: () => Promise<void>;
  readonly restore: () => Promise<void>;
}

/** Tables whose rows were protected before the wall was taken down, by service. */
const down = new Map<string, string[]>();

const both: Wall = { name: 'both walls', raise: async () => undefined, restore: async () => undefined };
const rules: Wall = {
  name: 'the rules of the application alone',
  raise: takeRowSecurityDown,
  restore: putRowSecurityBack,
};

/** Both walls, unless MATRIX_WALLS asks for `rules`. */
export const WALLS: readonly Wall[] = process.env['MATRIX_WALLS'] === 'rules' ? [rules] : [both];

/** No row is protected any more, by the superuser of the network under test: the product has no switch for it. */
async function takeRowSecurityDown(): Promise<void> {
  for (const service of services)
    await asSuperuser(service, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        'SELECT oid::regclass::text AS name FROM pg_class WHERE relrowsecurity ORDER BY 1',
      );
      const names = rows.map(({ name }) => name);
      down.set(service, names);
      for (const name of names) await client.query(`ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`);
    });
}

async function putRowSecurityBack(): Promise<void> {
  for (const [service, names] of down)
    await asSuperuser(service, async (client) => {
      for (const name of names) await client.query(`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`);
    });
  down.clear();
}

async function asSuperuser(database: string, act: (client: Client) => Promise<void>): Promise<void> {
  const state = process.env['JOURNEY_STATE'];
  if (!state) throw new Error('JOURNEY_STATE is missing: the matrix needs a network of its own');
  const { postgres } = JSON.parse(readFileSync(join(state, 'secrets.json'), 'utf8')) as { postgres: string };
  const { postgres: port } = portsFrom(Number(new URL(network()).port));
  const client = new Client({ connectionString: `postgres://postgres:${postgres}@127.0.0.1:${port}/${database}` });
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}
