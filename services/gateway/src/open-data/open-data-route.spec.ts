import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { givenGateway, type TestGateway } from '../../test/given.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await givenGateway();
});
afterAll(() => gateway.close());

const get = (path: string) => fetch(`${gateway.address}${path}`);

it('tells anybody what was published, without signing in, and any site may read it', async () => {
  const response = await get('/open-data');
  expect(response.status).toBe(200);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(await response.json()).toMatchObject({
    licenses: [{ name: 'etalab-2.0' }],
    resources: [
      { title: '2026-T1', path: 'open-data/2026-T1.csv', temporal: { start: '2026-01-01', end: '2026-03-31' } },
    ],
  });
});

it('gives a quarter as a file, hidden numbers empty and marked', async () => {
  const response = await get('/open-data/2026-T1.csv');
  expect(response.headers.get('content-type')).toContain('text/csv');
  expect(await response.text()).toBe(
    [
      'quarter,territory,indicator,dimension,member,value,masked',
      '2026-T1,FR,SUPPORT_ACTS,TOTAL,TOTAL,105,false',
      '2026-T1,BX,SUPPORT_ACTS,GENDER,MALE,,true',
      '',
    ].join('\r\n'),
  );
});

it('gives it to pages and programs as JSON as well', async () => {
  const response = await get('/open-data/2026-T1.json');
  expect(await response.json()).toMatchObject({
    quarter: '2026-T1',
    figures: [{ territory: 'FR', value: 105 }, { value: null }],
  });
});

it('asks reporting once for what never changes', async () => {
  await get('/open-data/2026-T1.csv');
  const before = gateway.reporting.seen.length;
  await get('/open-data/2026-T1.csv');
  expect(gateway.reporting.seen.length).toBe(before);
});

it('knows no quarter that was not published, and asks nobody about it', async () => {
  await get('/open-data');
  const before = gateway.reporting.seen.length;
  for (const name of ['2026-T2.csv', '2026-T1.xml', '..%2fhealth']) {
    const response = await get(`/open-data/${name}`);
    expect([name, response.status]).toEqual([name, 404]);
  }
  expect(gateway.reporting.seen.length).toBe(before);
});
