/*
 * Lays out the databases of a server that runs in containers, before any service starts: the same databases, roles and
 * rights as on a laptop, and one more database for the identity. Run again with other passwords, it changes them.
 */
import { pathToFileURL } from 'node:url';
import type pg from 'pg';
import { services } from './local/ports.ts';
import { asSuperuser, layOut, type Plot } from './local/provision.ts';

/** The database, and the role that owns it, of the identity provider. */
export const IDENTITY = 'identity';

const variables = ['POSTGRES_URL', ...[...services, IDENTITY].map(passwordVariable)];

/** Where and with which passwords, from the environment. Names each variable that is missing, never a value. */
export function readPlot(environment: NodeJS.ProcessEnv): Plot {
  const missing = variables.filter((name) => !environment[name]);
  if (missing.length > 0) throw new Error(`Settings missing or wrong: ${missing.join(', ')}`);
  return {
    superuserUrl(database) {
      const url = new URL(environment['POSTGRES_URL'] ?? '');
      url.pathname = `/${database}`;
      return url.toString();
    },
    // A service's three roles share one password: whoever knows one of them runs that service and knows all three.
    passwordOf: (role) => environment[passwordVariable(role.replace(/_[a-z]+$/, ''))] ?? '',
  };
}

function passwordVariable(owner: string): string {
  return `DATABASE_PASSWORD_${owner.toUpperCase()}`;
}

/** The identity owns its one database and reaches no other. */
async function makeIdentity(client: pg.Client, password: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT rolname AS name FROM pg_roles WHERE rolname = $1 UNION ALL SELECT datname FROM pg_database WHERE datname = $1',
    [IDENTITY],
  );
  if (rows.length === 0) await client.query(`CREATE ROLE ${IDENTITY}`);
  await client.query(`ALTER ROLE ${IDENTITY} LOGIN NOBYPASSRLS PASSWORD ${client.escapeLiteral(password)}`);
  if (rows.length < 2) await client.query(`CREATE DATABASE ${IDENTITY} OWNER ${IDENTITY} TEMPLATE template0`);
  await client.query(`REVOKE ALL ON DATABASE ${IDENTITY} FROM PUBLIC`);
}

/** Every database, as often as one likes. */
export async function provisionServer(plot: Plot): Promise<void> {
  await layOut(plot);
  await asSuperuser(plot, 'postgres', (client) => makeIdentity(client, plot.passwordOf(IDENTITY)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await provisionServer(readPlot(process.env));
    console.log('The databases and their roles are there.');
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
