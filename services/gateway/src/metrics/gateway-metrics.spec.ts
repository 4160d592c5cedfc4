import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { givenGateway, type TestGateway } from '../../test/given.js';

const TOKEN = 'what only the collector knows';
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await givenGateway({ metricsToken: TOKEN });
});
afterAll(() => gateway.close());

const metrics = (token: string) =>
  fetch(`${gateway.address}/metrics`, { headers: { authorization: `Bearer ${token}` } });

it('tells a collector how long callers and services took, and how it ended', async () => {
  await gateway.ask('{ branches { code stock } }');
  await gateway.ask('{ nonsense }');
  await gateway.equipment.down();
  await gateway.ask('{ branches { code stock } }');
  await gateway.equipment.up();
  const text = await (await metrics(TOKEN)).text();
  for (const line of [
    'passerelle_gateway_query_seconds_count{outcome="whole"} 1',
    'passerelle_gateway_query_seconds_count{outcome="refused"} 1',
    'passerelle_gateway_query_seconds_count{outcome="partial"} 1',
    'passerelle_gateway_service_seconds_count{service="equipment",outcome="answered"} 1',
    'passerelle_gateway_service_seconds_count{service="equipment",outcome="silent"} 1',
    'passerelle_gateway_live_streams 0',
  ])
    expect(text).toContain(line);
});

it('tells nobody else', async () => {
  expect((await metrics('a guess of some length')).status).toBe(401);
});
