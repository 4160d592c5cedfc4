import { expect, it } from '@jest/globals';
import { loaderOf } from './request-loaders.js';

const request = () =>
  ({ actor: { subject: 'x', role: 'HELPER', branches: [], correlationId: 'x' }, loaders: new Map() }) as const;

it('asks once for all rows, and once for each key, however many rows lead to it', async () => {
  const asked: (readonly string[])[] = [];
  const load = async (keys: readonly string[]) => {
    asked.push(keys);
    return new Map([['a', 1]]);
  };
  const context = request();
  const of = (key: string) => loaderOf(context, 'number', load, 0).load(key);
  expect(await Promise.all([of('a'), of('b'), of('a')])).toEqual([1, 0, 1]);
  expect(asked).toEqual([['a', 'b']]);
});

it('asks again after a change of the same request', async () => {
  let version = 1;
  const context = request();
  const current = () => loaderOf(context, 'version', async () => new Map([['a', version]]), 0).load('a');
  expect(await current()).toBe(1);
  version = 2;
  expect(await current()).toBe(2);
});
