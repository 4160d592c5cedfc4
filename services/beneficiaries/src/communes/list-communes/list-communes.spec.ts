import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { BeneficiariesModule } from '../../beneficiaries.module.js';

let service: TestService;
beforeAll(async () => {
  service = await startForTest(BeneficiariesModule);
});
afterAll(() => service.stop());

it.each([
  ['bordeaux', '33063'],
  ['BORD', '33063'],
  ['saint-denis', '97411'],
  ['st denis', '97411'],
  ['33300', '33063'],
  ['75011', '75056'],
  ['bègles', '33039'],
  ['lescar', '64335'],
])('finds first by "%s" the commune %s', async (text, code) => {
  const reply = await service
    .as(personas.prescriberOfBordeaux)
    .query('query ($t: String!) { communes(text: $t, first: 3) { code } }', { t: text });
  expect(reply.data).toMatchObject({ communes: expect.arrayContaining([{ code }]) });
});

it('finds nothing by a single letter', async () => {
  const reply = await service.as(personas.auditor).query('{ communes(text: "b") { code } }');
  expect(reply.data).toEqual({ communes: [] });
});

it('names communes by their codes, in the order asked', async () => {
  const query = '{ communesByCode(codes: ["75056", "99999", "33063"]) { code name } }';
  const reply = await service.as(personas.auditor).query(query);
  expect(reply.data).toEqual({
    communesByCode: [
      { code: '75056', name: 'Paris' },
      { code: '33063', name: 'Bordeaux' },
    ],
  });
});
