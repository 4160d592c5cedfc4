import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Query, Resolver } from '@nestjs/graphql';
import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Allow, ANYONE_SIGNED_IN, Permission } from '#access';
import { Service } from '#runtime';
import { personas, startForTest, type TestService } from '#testing';
import { createDataSource } from './data-source.js';
import { Database, type Tx } from './database.js';

class Notes1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE note (id int PRIMARY KEY, branch char(2) NOT NULL, times int NOT NULL DEFAULT 0); SELECT protect('note')`,
    );
  }

  async down(): Promise<void> {}
}

@Resolver()
class NothingResolver {
  @Query(() => Boolean)
  @Allow(ANYONE_SIGNED_IN)
  nothing(): boolean {
    return true;
  }
}

@Service({ name: 'notes', entities: [], migrations: [Notes1700000000001], providers: [NothingResolver] })
class NotesModule {}

let notes: TestService;
const clients: Client[] = [];

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  clients.push(client);
  return client;
}

let app: Client;
let worker: Client;
let migrator: Client;
beforeAll(async () => {
  notes = await startForTest(NotesModule);
  [app, worker, migrator] = await Promise.all([
    connect(notes.config.databaseUrl),
    connect(notes.config.workerUrl),
    connect(notes.config.migratorUrl),
  ]);
});
beforeEach(async () => {
  await worker.query(`DELETE FROM note; INSERT INTO note VALUES (1, 'BX'), (2, 'BX'), (3, 'LI')`);
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await notes.stop();
});

/** Runs statements as the role of requests, with these branches in reach; gives the ids the last one returned. */
async function within(branches: string | null, ...statements: string[]): Promise<number[]> {
  await app.query('BEGIN');
  try {
    if (branches !== null) await app.query(`SELECT set_config('app.branches', $1, true)`, [branches]);
    let ids: number[] = [];
    for (const statement of statements) ids = (await app.query<{ id: number }>(statement)).rows.map((row) => row.id);
    return ids;
  } finally {
    await app.query('ROLLBACK');
  }
}

const all = 'SELECT id FROM note ORDER BY id';

describe('a table of branches', () => {
  it.each([
    ['no context', null, []],
    ['an empty context', '', []],
    ['a branch without notes', 'GR', []],
    ['one branch', 'BX', [1, 2]],
    ['two branches', 'LI,BX', [1, 2, 3]],
    ['the whole network', '*', [1, 2, 3]],
    ['a star among branches', 'BX,*', [1, 2]],
    ['something that only looks like a branch', '%', []],
  ])('shows with %s what is within reach, and nothing else', async (_what, branches, seen) => {
    expect(await within(branches, all)).toEqual(seen);
  });

  it('is within reach for one transaction, not for the next one on that connection', async () => {
    const only = (url: string) => createDataSource({ url, entities: [], poolSize: 1, applicationName: 'notes test' });
    const source = only(notes.config.databaseUrl);
    const database = new Database(source, only(notes.config.workerUrl));
    await database.connect();
    const coordinator = { ...personas.coordinator, correlationId: 'test' };
    expect(await database.read(coordinator, (tx) => tx.query(all))).toHaveLength(3);
    expect(await source.query(all)).toEqual([]);
    await database.close();
  });

  it.each([
    ['with no context', null],
    ['from another branch', 'LI'],
  ])('refuses a row %s', async (_what, branches) => {
    const write = within(branches, `INSERT INTO note VALUES (9, 'BX')`);
    await expect(write).rejects.toThrow('violates row-level security policy');
  });

  it('refuses to hand a row over to a branch out of reach', async () => {
    const move = within('BX', `UPDATE note SET branch = 'LI' WHERE id = 1`);
    await expect(move).rejects.toThrow('violates row-level security policy');
  });

  it('changes and deletes nothing of another branch', async () => {
    expect(await within('LI', 'UPDATE note SET id = id + 10 RETURNING id')).toEqual([13]);
    expect(await within('LI', 'DELETE FROM note RETURNING id')).toEqual([3]);
    expect(await within(null, 'DELETE FROM note RETURNING id')).toEqual([]);
  });

  it('takes a row of a branch within reach', async () => {
    expect(await within('BX', `INSERT INTO note VALUES (9, 'BX') RETURNING id`)).toEqual([9]);
  });

  it('hides itself even from its owner', async () => {
    await migrator.query('SET ROLE notes_owner');
    expect((await migrator.query(all)).rows).toEqual([]);
  });
});

describe('the roles that serve', () => {
  it('own nothing, and none of them goes round the policies', async () => {
    const { rows } = await app.query(`
      SELECT rolname, rolsuper OR rolbypassrls OR rolcreaterole AS mighty,
             EXISTS (SELECT 1 FROM pg_class WHERE relowner = r.oid) AS owns
      FROM pg_roles r WHERE rolname IN ('notes_app', 'notes_worker') ORDER BY rolname`);
    expect(rows).toEqual([
      { rolname: 'notes_app', mighty: false, owns: false },
      { rolname: 'notes_worker', mighty: false, owns: false },
    ]);
  });

  it.each([
    'ALTER TABLE note DISABLE ROW LEVEL SECURITY',
    'DROP POLICY branch_scope ON note',
    'SET ROLE notes_owner',
    'SET ROLE notes_worker',
    'TRUNCATE note',
  ])('may not: %s', async (statement) => {
    await expect(app.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });
});

describe('the ledger', () => {
  const announce = `
    INSERT INTO outbox_event (event_id, aggregate_type, aggregate_id, aggregate_version, type, schema_version, occurred_at, recorded_at, payload)
    VALUES (gen_random_uuid(), 'notes.notes', gen_random_uuid(), 1, 'notes.note-written', 1, now(), now(), '{}') RETURNING event_id`;

  it.each(['requests', 'reactions'])('can be added to by the role of %s, never changed', async (whose) => {
    const role = whose === 'requests' ? app : worker;
    expect((await role.query(announce)).rowCount).toBe(1);
    for (const statement of [
      'UPDATE outbox_event SET branch = NULL',
      'DELETE FROM outbox_event',
      'TRUNCATE outbox_event',
    ])
      await expect(role.query(statement)).rejects.toThrow('permission denied for table outbox_event');
  });
});

it('does both of two commands that wait for each other, each of them once', async () => {
  const source = (url: string) => createDataSource({ url, entities: [], poolSize: 2, applicationName: 'notes test' });
  const database = new Database(source(notes.config.databaseUrl), source(notes.config.workerUrl));
  await database.connect();
  const manager = { ...personas.managerOfBordeaux, under: Permission.RecordDropIn, correlationId: 'test' };
  let holding = 0;
  let bothHold: () => void = () => undefined;
  const both = new Promise<void>((done) => {
    bothHold = done;
  });
  const count = (tx: Tx, id: number) => tx.query('UPDATE note SET times = times + 1 WHERE id = $1', [id]);
  const move = (from: number, to: number) =>
    database.command<{ id: string }>(manager, 'nothing that is read again', async (tx) => {
      await count(tx, from);
      holding += 1;
      if (holding === 2) bothHold();
      await both;
      await count(tx, to);
      return { id: 'done' };
    });
  await Promise.all([move(1, 2), move(2, 1)]);
  await database.close();
  const { rows } = await worker.query('SELECT id, times FROM note WHERE id < 3 ORDER BY id');
  expect(rows).toEqual([
    { id: 1, times: 2 },
    { id: 2, times: 2 },
  ]);
});
