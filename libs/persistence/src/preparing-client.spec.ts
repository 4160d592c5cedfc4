import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PreparingClient } from './preparing-client.js';

let client: PreparingClient;
const ask = (sentence: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }> =>
  client.query(sentence, values);
const remembered = async () => {
  const { rows } = await ask('SELECT statement FROM pg_prepared_statements ORDER BY statement');
  return rows.map((row) => row['statement']);
};

beforeAll(async () => {
  client = new PreparingClient({ connectionString: process.env['TEST_POSTGRES_URL'] });
  await client.connect();
  await ask('CREATE TEMPORARY TABLE shelf (place int)');
});
afterAll(() => client.end());

it('has the server plan once what is said again, and answers the same', async () => {
  for (const number of [1, 2, 3]) {
    const { rows } = await ask('SELECT $1::int + 1 AS next', [number]);
    expect(rows).toEqual([{ next: number + 1 }]);
  }
  await ask('SELECT $1::int AS once', [1]);
  expect(await remembered()).toEqual(['SELECT $1::int + 1 AS next']);
});

it('does not remember a sentence whose columns change with the table', async () => {
  const shelf = () => ask('SELECT * FROM shelf WHERE place > $1', [0]);
  await ask('INSERT INTO shelf VALUES (1)');
  await shelf();
  await shelf();
  await ask('ALTER TABLE shelf ADD COLUMN label text');
  expect((await shelf()).rows).toEqual([{ place: 1, label: null }]);
});
