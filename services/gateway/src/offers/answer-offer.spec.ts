import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { givenGateway, type TestGateway } from '../../test/given.js';
import { TestSubgraph } from '../../test/subgraphs.js';

const workshops = new TestSubgraph('workshops', 'type Query { sessions: Int }', {});
let gateway: TestGateway;
beforeAll(async () => {
  await workshops.up();
  gateway = await givenGateway({}, [workshops]);
});
afterAll(async () => {
  await gateway.close();
  await workshops.down();
});

it('hands an answer to an offer on in its own name, whoever is signed in', async () => {
  const body = JSON.stringify({ token: 't'.repeat(66), do: 'accept' });
  const reply = await gateway.post('/offers', body, {
    'content-type': 'application/json',
    authorization: `Bearer ${await gateway.token()}`,
  });
  expect(reply).toMatchObject({ status: 200, answered: 'accept' });
  const asked = workshops.seen.find(({ path }) => path === '/offers');
  expect(asked).toMatchObject({ body, verdict: 'valid' });
  expect(asked?.headers['x-passerelle-service']).toBe('gateway');
  expect(asked?.headers.authorization).toBeUndefined();
});

it('reads no more of an answer than one can be long, and JSON alone', async () => {
  const json = { 'content-type': 'application/json' };
  expect((await gateway.post('/offers', 'x'.repeat(2_000), json)).status).toBe(413);
  expect((await gateway.post('/offers', 'token=1', { 'content-type': 'text/plain' })).status).toBe(415);
});
