import { Client } from 'pg';

/** Passwords of a service's three roles that log in. */
export interface RolePasswords {
  readonly migrator: string;
  readonly app: string;
  readonly worker: string;
}

/** Addresses of a provisioned database, one per role. */
export interface ProvisionedUrls {
  readonly app: string;
  readonly worker: string;
  readonly migrator: string;
}

/**
 * Makes a service's database and roles on a server, as its superuser; running it again changes nothing but passwords.
 * `<service>_owner` owns the tables and cannot log in; `_migrator` may become it; `_app` and `_worker` own nothing.
 */
export async function provisionDatabase(
  superuserUrl: string,
  options: { service: string; database: string; passwords: RolePasswords },
): Promise<ProvisionedUrls> {
  const { service, database, passwords } = options;
  if (!/^[a-z_0-9]+$/.test(`${service}${database}`)) throw new Error('Names of services and databases are lower case');
  await withClient(superuserUrl, async (client) => {
    // Roles belong to the whole server: two provisioners take turns.
    await client.query(`SELECT pg_advisory_lock(hashtext('passerelle provision'))`);
    await ensureRole(client, `${service}_owner`, 'NOLOGIN');
    for (const role of ['migrator', 'app', 'worker'] as const)
      await ensureRole(
        client,
        `${service}_${role}`,
        `LOGIN NOBYPASSRLS PASSWORD ${client.escapeLiteral(passwords[role])}`,
      );
    await client.query(`GRANT ${service}_owner TO ${service}_migrator`);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database} OWNER ${service}_owner`);
  });
  await withClient(withDatabase(superuserUrl, database), async (client) => {
    for (const extension of ['unaccent', 'pg_trgm', 'btree_gist'])
      await client.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`);
    await client.query(`ALTER SCHEMA public OWNER TO ${service}_owner`);
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await client.query(
      `GRANT CONNECT ON DATABASE ${database} TO ${service}_migrator, ${service}_app, ${service}_worker`,
    );
  });
  const url = (role: 'migrator' | 'app' | 'worker') => {
    const address = new URL(withDatabase(superuserUrl, database));
    address.username = `${service}_${role}`;
    address.password = passwords[role];
    return address.toString();
  };
  return { app: url('app'), worker: url('worker'), migrator: url('migrator') };
}

async function ensureRole(client: Client, role: string, attributes: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  await client.query(`${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${role} ${attributes}`);
}

function withDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.toString();
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
