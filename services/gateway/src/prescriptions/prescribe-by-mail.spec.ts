import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { givenGateway, type TestGateway } from '../../test/given.js';
import { TestSubgraph } from '../../test/subgraphs.js';

const beneficiaries = new TestSubgraph('beneficiaries', 'type Query { people: Int }', {});
let gateway: TestGateway;
beforeAll(async () => {
  await beneficiaries.up();
  gateway = await givenGateway({}, [beneficiaries]);
});
afterAll(async () => {
  await gateway.close();
  await beneficiaries.down();
});
const json = { 'content-type': 'application/json' };

it('hands what somebody without an account asks on in its own name, whoever is signed in', async () => {
  const body = JSON.stringify({ do: 'ask', email: 'a@example.org' });
  const reply = await gateway.post('/orient', body, { ...json, authorization: `Bearer ${await gateway.token()}` });
  expect(reply.status).toBe(200);
  const asked = beneficiaries.seen.find(({ path }) => path === '/orient');
  expect(asked).toMatchObject({ body, verdict: 'valid' });
  expect(asked?.headers.authorization).toBeUndefined();
});

it('reads no more than a form can be long, JSON alone, and from one address no more than somebody types', async () => {
  expect((await gateway.post('/orient', 'x'.repeat(9_000), json)).status).toBe(413);
  expect((await gateway.post('/orient', 'do=ask', { 'content-type': 'text/plain' })).status).toBe(415);
  const codes = new Set<string | undefined>();
  for (let n = 0; n < 60; n += 1) codes.add((await gateway.post('/orient', '{}', json)).errors?.[0]?.message);
  expect([...codes]).toContain('BUDGET_SPENT');
});
