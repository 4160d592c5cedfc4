import { createHmac } from 'node:crypto';
import pg from 'pg';
import { type Service, services } from './ports.ts';
import { postgresUrl } from './postgres.ts';

/** A Postgres on this machine, and the seed of its roles' passwords. */
export interface Server {
  port: number;
  password: string;
  roleSeed: string;
}

/** Where databases are laid out: how its superuser reaches them, and which password each role gets. */
export interface Plot {
  superuserUrl(database: string): string;
  passwordOf(role: string): string;
}

/** What a service's processes sign in as; the owner of the tables signs in nowhere. */
const logins = ['migrator', 'app', 'worker'] as const;
type Login = (typeof logins)[number];

const extensions = ['unaccent', 'pg_trgm', 'btree_gist'];

const passwordOf = (server: Server, role: string) => createHmac('sha256', server.roleSeed).update(role).digest('hex');

/** The address under which a service's role reaches the service's database. */
export function databaseUrl(server: Server, service: Service, login: Login): string {
  const role = `${service}_${login}`;
  return `postgres://${role}:${passwordOf(server, role)}@127.0.0.1:${server.port}/${service}`;
}

/** The database settings of one service. */
export function databaseSettings(server: Server, service: Service): Record<string, string> {
  const name = service.toUpperCase();
  return {
    [`DATABASE_URL_${name}`]: databaseUrl(server, service, 'app'),
    [`DATABASE_WORKER_URL_${name}`]: databaseUrl(server, service, 'worker'),
    [`DATABASE_MIGRATOR_URL_${name}`]: databaseUrl(server, service, 'migrator'),
  };
}

/** Lays out the databases of this machine's own Postgres. */
export async function provision(server: Server): Promise<void> {
  await layOut({
    superuserUrl: (database) => postgresUrl(server, database),
    passwordOf: (role) => passwordOf(server, role),
  });
}

/**
 * A database per service with its four roles, as often as one likes. Requests and reactions sign in as roles that own
 * nothing, so that row-level security binds them; whatever migrations make belongs to the owner.
 */
export async function layOut(plot: Plot): Promise<void> {
  await asSuperuser(plot, 'postgres', async (client) => {
    // Roles belong to the whole server: two that lay out take turns, those of libs/persistence among them.
    await client.query(`SELECT pg_advisory_lock(hashtext('passerelle provision'))`);
    const { rows } = await client.query<{ name: string }>(
      'SELECT rolname AS name FROM pg_roles UNION SELECT datname FROM pg_database',
    );
    const known = new Set(rows.map((row) => row.name));
    for (const service of services) await makeDatabase(client, plot, service, known);
  });
  await Promise.all(services.map((service) => asSuperuser(plot, service, (client) => furnish(client, service))));
}

async function makeDatabase(client: pg.Client, plot: Plot, service: Service, known: Set<string>): Promise<void> {
  const owner = `${service}_owner`;
  if (!known.has(owner)) await client.query(`CREATE ROLE ${owner} NOLOGIN NOBYPASSRLS`);
  for (const login of logins) {
    const role = `${service}_${login}`;
    if (!known.has(role)) await client.query(`CREATE ROLE ${role}`);
    const password = client.escapeLiteral(plot.passwordOf(role));
    await client.query(`ALTER ROLE ${role} LOGIN NOBYPASSRLS PASSWORD ${password}`);
  }
  await client.query(`GRANT ${owner} TO ${service}_migrator`);
  if (!known.has(service)) await client.query(`CREATE DATABASE ${service} OWNER ${owner} TEMPLATE template0`);
  await client.query(`ALTER ROLE ${service}_migrator IN DATABASE ${service} SET role TO ${owner}`);
  await client.query(`REVOKE ALL ON DATABASE ${service} FROM PUBLIC`);
  await client.query(
    `GRANT CONNECT ON DATABASE ${service} TO ${logins.map((login) => `${service}_${login}`).join(', ')}`,
  );
}

async function furnish(client: pg.Client, service: Service): Promise<void> {
  for (const extension of extensions) await client.query(`CREATE EXTENSION IF NOT EXISTS ${extension} SCHEMA public`);
  await client.query(`ALTER SCHEMA public OWNER TO ${service}_owner`);
  await client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
  await client.query(`GRANT USAGE ON SCHEMA public TO ${service}_app, ${service}_worker`);
}

/** Does something as the superuser of a database. */
export async function asSuperuser(
  plot: Plot,
  database: string,
  act: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: plot.superuserUrl(database) });
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}
