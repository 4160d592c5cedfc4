import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { givenGateway, type TestGateway } from '../../test/given.js';

let gateway: TestGateway;
let authorization: string;
beforeAll(async () => {
  gateway = await givenGateway();
  authorization = `Bearer ${await gateway.token()}`;
});
afterAll(() => gateway.close());

const audits = serverAudits({
  url: () => `${gateway.address}/graphql`,
  fetchFn: (url: string, init: RequestInit = {}) =>
    fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), authorization } }),
});
const must = audits.filter(({ name }) => /^(MUST|SHOULD)\b/.test(name));

it('is held against every demand and every advice of GraphQL over HTTP', () => {
  expect(must).toHaveLength(36);
});

it.each(must.map(({ id, name, fn }) => [`${id} ${name}`, fn] as const))('%s', async (_name, fn) => {
  const result = await fn();
  expect(result.status === 'ok' ? 'ok' : result.reason).toBe('ok');
});
