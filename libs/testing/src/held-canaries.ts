import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { Client } from 'pg';
import { definitionOf, type HeldPage, type RegisteredTable, usesOf } from '#runtime';
import { startForTest, type TestService } from './start-for-test.js';
import { personas } from './test-tokens.js';

const CONTENT = 'application/json';
/** Filled by the database itself, or by an erasure alone: then nothing else is left. */
const NOT_PLANTED = new Set([
  ...['beneficiary.sort_name', 'beneficiary.search_name', 'beneficiary.name_sounds', 'beneficiary.duplicate_keys'],
  'beneficiary.erased_at',
]);

/** Out of the way of what the database numbers by itself. */
const NUMBER = 7_001;

const canary = (table: string, column: string) => `canari/${table}/${column}`;

/** A value that is found again: of a text its own mark, everything else tells of the same person. */
function planted(table: string, column: string, type: string, person: string): unknown {
  if (type === 'uuid') return person;
  if (type === 'text') return canary(table, column);
  if (type === '_uuid') return [person];
  if (type === '_text') return [canary(table, column)];
  if (type === 'jsonb') return JSON.stringify({ word: canary(table, column) });
  if (type === 'bpchar') return 'BX';
  if (type === 'bool') return false;
  return /date|timestamp/.test(type) ? '2026-11-26T08:00:00Z' : NUMBER;
}

/** Puts a row about the person into the table, a canary in each of its texts, past every rule but the table's own. */
async function plant(client: Client, name: string, person: string): Promise<void> {
  const [schema = '', table = ''] = name.includes('.') ? name.replace('_v*', '_v1').split('.') : ['public', name];
  const { rows } = await client.query<{ column_name: string; udt_name: string }>(
    'SELECT column_name, udt_name FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2',
    [schema, table],
  );
  // What a row must say of itself is not what is tried here.
  const { rows: checks } = await client.query<{ name: string }>(
    `SELECT conname AS name FROM pg_constraint WHERE contype = 'c' AND conrelid = '"${schema}"."${table}"'::regclass`,
  );
  for (const check of checks) await client.query(`ALTER TABLE "${schema}"."${table}" DROP CONSTRAINT "${check.name}"`);
  const columns = rows.filter(({ column_name }) => !NOT_PLANTED.has(`${name}.${column_name}`));
  await client.query(
    `INSERT INTO "${schema}"."${table}" (${columns.map((one) => `"${one.column_name}"`).join(', ')}) OVERRIDING SYSTEM VALUE
     VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
    columns.map((one) => planted(name, one.column_name, one.udt_name, person)),
  );
}

async function openAsOwner(service: TestService): Promise<Client> {
  const url = new URL(String(process.env['TEST_POSTGRES_URL']));
  url.pathname = new URL(service.config.databaseUrl).pathname;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await client.query('SET session_replication_role = replica');
  return client;
}

const ask = (service: TestService, beneficiaryId: string, who = personas.managerOfBordeaux, after?: string | null) =>
  service
    .as(who)
    .post<HeldPage & { errors?: { message: string }[] }>(
      '/personal-data',
      Buffer.from(JSON.stringify({ beneficiaryId, after })),
      CONTENT,
    );

function expectWhole(name: string, table: RegisteredTable, tables: HeldPage['tables']): void {
  const rows = tables.find((one) => one.table === name)?.rows ?? [];
  const found = rows.find((row) => JSON.stringify(row).includes('canari/')) ?? rows[0];
  expect([name, found]).not.toEqual([name, undefined]);
  for (const { name: column, use } of usesOf(table)) {
    if (use.whose !== 'PERSON' || `${name}.${column}` === 'beneficiary.erased_at') continue;
    const value = found?.[column];
    expect([name, column, value]).not.toEqual([name, column, undefined]);
    expect([name, column, value]).not.toEqual([name, column, null]);
    if (typeof value === 'string' && !NOT_PLANTED.has(`${name}.${column}`) && value.startsWith('canari/'))
      expect(value).toBe(canary(name, column));
  }
}

/**
 * The tests of what a service hands out of a person: a row about them in every table that its register says holds some, a canary in
 * each of their texts, and each column found again.
 */
export function itExportsEverythingHeld(module: Type): void {
  const held = Object.entries(definitionOf(module).register?.tables ?? {}).filter(([, table]) => table.held);
  const person = randomUUID();
  let service: TestService;

  beforeAll(async () => {
    service = await startForTest(module);
    const client = await openAsOwner(service);
    for (const [table] of held) await plant(client, table, person);
    await client.end();
  });
  afterAll(() => service.stop());

  it('hands out every column that tells of a person, and nothing of the members who wrote it', async () => {
    const { tables } = await ask(service, person);
    for (const [name, table] of held) expectWhole(name, table, tables);
    const others = held.flatMap(([name, table]) =>
      usesOf(table).flatMap(({ name: column, use }) => (use.whose === 'PERSON' ? [] : [canary(name, column)])),
    );
    for (const mark of others) expect(JSON.stringify(tables)).not.toContain(mark);
  });

  it('refuses other branches and other roles', async () => {
    const elsewhere = await ask(service, person, personas.managerOfLille);
    expect(held.length === 0 || elsewhere.errors?.[0]?.message === 'NOT_FOUND').toBe(true);
    for (const who of [personas.helperOfBordeaux, personas.administrator, personas.auditor])
      expect((await ask(service, person, who)).errors?.[0]?.message).toBe('FORBIDDEN');
  });
}
