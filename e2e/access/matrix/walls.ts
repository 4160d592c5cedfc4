import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { portsFrom, services } from '../../../deploy/local/ports.ts';
import { network } from '../../journeys/caller.js';

/** Which of the two walls stand while the matrix is asked. */
export interface Wall {
  readonly name: string;
  /** Whether whoever may not ask is refused; row-level security alone answers without rows. */
  readonly refuses: boolean;
  readonly raise: () => Promise<void>;
  readonly restore: () => Promise<void>;
}

/** Tables whose rows were protected before the wall was taken down, by service. */
const down = new Map<string, string[]>();

const both: Wall = { name: 'both walls', refuses: true, raise: async () => undefined, restore: async () => undefined };
const rules: Wall = {
  name: 'the rules of the application alone',
  refuses: true,
  raise: takeRowSecurityDown,
  restore: putRowSecurityBack,
};

/** The network was started from code without its rules: nothing is left to take down. */
const rows: Wall = { ...both, name: 'row-level security alone', refuses: false };

/** Both walls, unless MATRIX_WALLS asks for `rules` or `rows`. */
export const WALLS: readonly Wall[] = [{ rules, rows }[String(process.env['MATRIX_WALLS'])] ?? both];

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
