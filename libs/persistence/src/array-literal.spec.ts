import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PreparingClient } from './preparing-client.js';

let client: PreparingClient;
beforeAll(async () => {
  client = new PreparingClient({ connectionString: process.env['TEST_POSTGRES_URL'] });
  await client.connect();
});
afterAll(() => client.end());

/** A list as the server has read it. */
const read = async (type: string, list: readonly unknown[]): Promise<unknown[]> => {
  const ask = (sentence: string, values: unknown[]): Promise<{ rows: { v: unknown }[] }> =>
    client.query(sentence, values);
  const { rows } = await ask(`SELECT v FROM unnest($1::${type}[]) WITH ORDINALITY AS t(v, n) ORDER BY n`, [list]);
  return rows.map(({ v }) => v);
};

const words = fc.oneof(
  fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\u0000')),
  fc.constantFrom('null', 'NULL', '', ' ', '{', '}', ',', '"', '\\', '\\"', 'a b', 'é', '\n', '٣', '{1,2}', "'", 'x\\'),
  fc.constant(null),
);

it('brings any text to the server as it was, whatever it looks like', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(words, { maxLength: 30 }), async (list) =>
      expect(await read('text', list)).toEqual(list),
    ),
    { numRuns: 100 },
  );
});

it('brings numbers, truth values, ids, days, instants and nothings', async () => {
  expect(await read('float8', [1, -2.5, 1e21, undefined, null])).toEqual([1, -2.5, 1e21, null, null]);
  expect(await read('bool', [true, false])).toEqual([true, false]);
  expect(await read('int8', [2n ** 62n])).toEqual([String(2n ** 62n)]);
  const id = '0b7a4c2e-1f6d-4e58-9a39-8a4f5f1a2b3c';
  expect(await read('uuid', [id])).toEqual([id]);
  const instant = new Date('2026-03-29T01:30:00.123Z');
  expect(await read('timestamptz', [instant, null])).toEqual([instant, null]);
  expect(await read('int', [])).toEqual([]);
});
