import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { GRANTS } from '#access';
import { personas, startForTest, type TestService } from '#testing';
import { WorkshopsModule } from '../../services/workshops/src/workshops.module.js';
import { compare } from './compare.js';
import { serverPid } from './cpu.js';

const BRANCHES = 50;
const ACTS = 100_000;
const ASKED = 200;
/** Who asks: a manager of one branch, as every transaction says it. */
const ASKER = `BEGIN; SELECT set_config('app.branches', 'AA', true), set_config('app.own_branches', 'AA', true),
  set_config('app.permissions', '${[...GRANTS.BRANCH_MANAGER].join(',')}', true)`;

let workshops: TestService;
let owner: Client;
let app: Client;
let server: number;
beforeAll(async () => {
  workshops = await startForTest(WorkshopsModule);
  owner = new Client({ connectionString: workshops.config.migratorUrl });
  app = new Client({ connectionString: workshops.config.databaseUrl });
  await Promise.all([owner.connect(), app.connect()]);
  server = await serverPid();
  const one = await workshops.as(personas.managerOfBordeaux).command('createWorkshop', {
    title: 'Ma messagerie',
    level: 'BEGINNER',
    themes: ['EMAIL'],
    minutes: 120,
  });
  expect(one.errors).toBeUndefined();
  // Read as the owner with row-level security off, as a table would be that has none.
  await owner.query('ALTER TABLE workshop NO FORCE ROW LEVEL SECURITY');
  const { rows: columns } = await owner.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'workshop'::regclass AND attnum > 0 AND NOT attisdropped
     AND attname NOT IN ('id', 'branch')`,
  );
  const same = columns.map(({ name }) => `"${name}"`).join(', ');
  await owner.query(
    `INSERT INTO workshop (id, branch, ${same})
     SELECT gen_random_uuid(), chr(65 + n % ${BRANCHES} / 10) || chr(65 + n % 10), ${same} FROM workshop, generate_series(1, ${ACTS}) AS n`,
  );
  await owner.query('ANALYZE workshop');
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await workshops.stop();
});

it('B10: a branch’s list and a record, behind row-level security and with a condition of their own', async () => {
  const behindTheWall = async (sql: string, values: unknown[]) => {
    await app.query(ASKER);
    const { rows } = await app.query(sql, values);
    await app.query('COMMIT');
    return rows.length;
  };
  const onItsOwn = async (sql: string, values: unknown[]) => {
    await owner.query(ASKER);
    const { rows } = await owner.query(sql, values);
    await owner.query('COMMIT');
    return rows.length;
  };
  const [known] = (await owner.query<{ id: string }>(`SELECT id FROM workshop WHERE branch = 'AA' LIMIT 1`)).rows;
  const list = 'SELECT * FROM workshop WHERE branch = $1 ORDER BY id LIMIT 50';
  const detail = 'SELECT * FROM workshop WHERE id = $1';
  const lines = await compare({
    bench: 'B10',
    what: `${ASKED} times a list of 50 and a record among ${ACTS} of ${BRANCHES} branches`,
    work: ASKED,
    unit: 'pairs',
    serverPid: server,
    ours: {
      name: 'row-level security',
      run: async () => {
        let rows = 0;
        for (let n = 0; n < ASKED; n += 1)
          rows += (await behindTheWall(list, ['AA'])) + (await behindTheWall(detail, [known?.id]));
        return { correct: rows === ASKED * 51 };
      },
    },
    peers: [
      {
        name: 'the same with its own condition',
        target: 0.9,
        run: async () => {
          let rows = 0;
          for (let n = 0; n < ASKED; n += 1)
            rows += (await onItsOwn(list, ['AA'])) + (await onItsOwn(`${detail} AND branch = 'AA'`, [known?.id]));
          return { correct: rows === ASKED * 51 };
        },
      },
    ],
  });
  expect(lines.every(({ correct }) => correct)).toBe(true);
});
