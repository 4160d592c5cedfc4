import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { services } from './local/ports.ts';
import { provisionServer, readPlot } from './provision.ts';

// Roles belong to the whole server, and other test files sign in to it meanwhile: their password stays what it is.
const environment = (identity: string): NodeJS.ProcessEnv => ({
  POSTGRES_URL: process.env['TEST_POSTGRES_URL'],
  ...Object.fromEntries(services.map((service) => [`DATABASE_PASSWORD_${service.toUpperCase()}`, 'test'])),
  DATABASE_PASSWORD_IDENTITY: identity,
});

/** Signs in and asks one question. */
async function ask(role: string, password: string, database: string, question = 'SELECT 1 AS answer') {
  const url = new URL(String(process.env['TEST_POSTGRES_URL']));
  Object.assign(url, { username: role, password, pathname: `/${database}` });
  const client = new Client({ connectionString: url.toString() });
  await client.connect();
  try {
    return (await client.query<{ answer: unknown }>(question)).rows[0]?.answer;
  } finally {
    await client.end();
  }
}

const logins = ['app', 'worker', 'migrator'] as const;

beforeAll(() => provisionServer(readPlot(environment('the first'))));

describe('the databases of a server', () => {
  it.each([...services])('let the roles of %s into their own', async (service) => {
    for (const login of logins) expect(await ask(`${service}_${login}`, 'test', service)).toBe(1);
  });

  it.each([...services])('keep the roles of %s out of every other', async (service) => {
    for (const other of [...services, 'identity'].filter((name) => name !== service))
      for (const login of logins)
        await expect(ask(`${service}_${login}`, 'test', other)).rejects.toThrow('permission denied for database');
  });

  it('keep the identity out of every service’s', async () => {
    for (const service of services)
      await expect(ask('identity', 'the first', service)).rejects.toThrow('permission denied for database');
  });

  it.each([...services])('belong, for %s, to a role that nobody can sign in as', async (service) => {
    const owner = `SELECT rolname || ' ' || rolcanlogin AS answer FROM pg_database d JOIN pg_roles r ON r.oid = datdba WHERE datname = '${service}'`;
    expect(await ask(`${service}_app`, 'test', service, owner)).toBe(`${service}_owner false`);
    const acts = 'SELECT current_user::text AS answer';
    expect(await ask(`${service}_migrator`, 'test', service, acts)).toBe(`${service}_owner`);
    const make = 'CREATE TABLE mine (n int)';
    await expect(ask(`${service}_app`, 'test', service, make)).rejects.toThrow('permission denied for schema public');
  });

  it('have no role that goes round row-level security', async () => {
    const mighty = `SELECT count(*)::int AS answer FROM pg_roles WHERE (rolbypassrls OR rolsuper) AND rolname ~ '^(${services.join('|')}|identity)(_|$)'`;
    expect(await ask('identity', 'the first', 'identity', mighty)).toBe(0);
  });

  it('take new passwords when laid out again', async () => {
    await provisionServer(readPlot(environment('the second')));
    expect(await ask('identity', 'the second', 'identity')).toBe(1);
    await expect(ask('identity', 'the first', 'identity')).rejects.toThrow('password authentication failed');
  });
});

it('names every setting that is missing, and no value', () => {
  const incomplete = { ...environment('a secret'), DATABASE_PASSWORD_NETWORK: '', POSTGRES_URL: undefined };
  const read = () => readPlot(incomplete);
  expect(read).toThrow('Settings missing or wrong: POSTGRES_URL, DATABASE_PASSWORD_NETWORK');
  expect(read).not.toThrow('a secret');
});
