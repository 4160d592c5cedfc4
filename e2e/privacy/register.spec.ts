import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { migrate, provisionDatabase } from '#persistence';
import { allMigrations, allTables, definitionOf, type RegisteredTable, usesOf } from '#runtime';
import { MODULES } from './modules.js';

describe.each(MODULES.map((module) => [definitionOf(module).name, module] as const))('%s', (service, module) => {
  let there: string[];

  beforeAll(async () => {
    const passwords = { migrator: 'test', app: 'test', worker: 'test' };
    const database = `test_${service}_${randomBytes(5).toString('hex')}`;
    const urls = await provisionDatabase(String(process.env['TEST_POSTGRES_URL']), { service, database, passwords });
    await migrate({ url: urls.migrator, service, migrations: allMigrations(module) });
    const client = new Client({ connectionString: urls.migrator });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `SELECT regexp_replace(regexp_replace(t.table_schema, '_v\\d+$', '_v*') || '.' || t.table_name, '^public[.]', '') || ' ' || c.column_name AS name
       FROM information_schema.tables t JOIN information_schema.columns c USING (table_schema, table_name)
       WHERE t.table_type = 'BASE TABLE' AND t.table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    await client.end();
    there = rows.map(({ name }) => name);
  });

  const tables: readonly (readonly [string, RegisteredTable])[] = Object.entries(
    allTables(definitionOf(module).register?.tables ?? {}),
  );

  it('registers every column of every table once, and none that is not there', () => {
    const registered = tables.flatMap(([table, one]) => usesOf(one).map(({ name }) => `${table} ${name}`));
    expect(registered.toSorted()).toEqual(there.toSorted());
  });

  it('says where every table that tells of a person keeps them, so that an export finds them', () => {
    const lost = tables.filter(([, one]) => !one.held && usesOf(one).some(({ use }) => use.whose === 'PERSON'));
    expect(lost.map(([table]) => table)).toEqual([]);
  });

  it('leaves none of the five answers empty', () => {
    for (const [table, one] of tables)
      for (const { name, use } of usesOf(one))
        for (const answer of Object.values(use)) expect([table, name, answer.trim()]).not.toContain('');
  });
});
