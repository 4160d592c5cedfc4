import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { actRecorded, saleMade } from '../../../test/given.js';
import { ReportingModule } from '../../reporting.module.js';

let reporting: TestService;
beforeAll(async () => {
  reporting = await startForTest(ReportingModule);
});
afterAll(() => reporting.stop());

it('tells what has just moved, newest first, and never who', async () => {
  await reporting.deliver(actRecorded({}, 'BX'));
  reporting.clock.set('2026-11-26T08:00:05Z');
  await reporting.deliver(saleMade('LY'));
  const { data } = await reporting.as(personas.coordinator).query('{ recentChanges { branch { code } code value } }');
  const changes = data?.['recentChanges'] as { code: string; value: number; branch: { code: string } }[];
  expect(changes.at(-1)).toEqual({ branch: { code: 'BX' }, code: 'SUPPORT_ACTS', value: 1 });
  expect(changes).toContainEqual({ branch: { code: 'LY' }, code: 'TAKINGS', value: 7_200 });
});

it('tells a helper of their own branch only', async () => {
  const { data } = await reporting.as(personas.helperOfBordeaux).query('{ recentChanges { branch { code } } }');
  expect(data).toEqual({ recentChanges: [{ branch: { code: 'BX' } }] });
});
