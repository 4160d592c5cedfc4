import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { givenIn, idOf } from '../../../test/given.js';
import { WorkshopsModule } from '../../workshops.module.js';

let workshops: TestService;
let given: ReturnType<typeof givenIn>;
beforeAll(async () => {
  workshops = await startForTest(WorkshopsModule, { now: '2026-11-26T08:00:00.000Z' });
  given = givenIn(workshops);
  await given.branch();
});
afterAll(() => workshops.stop());

const refuse = (input: object = {}, who = personas.helperOfBordeaux) =>
  workshops.as(who).command('refuseDropIn', { themes: ['EMAIL'], ...input });

it('notes somebody who could not be received, now or as a device kept it', async () => {
  expect(idOf(await refuse(), 'refuseDropIn')).toBeTruthy();
  const kept = { placeId: await given.place(), occurredAt: '2026-11-24T16:30:00.000Z' };
  expect(idOf(await refuse(kept), 'refuseDropIn')).toBeTruthy();
});

it('refuses a day that a device has wrong, and a place that nobody knows', async () => {
  expect(await refuse({ occurredAt: '2026-11-26T08:05:00.000Z' })).toBeRefused('ACT_IN_FUTURE', 'input.occurredAt');
  expect(await refuse({ occurredAt: '2025-11-20T08:00:00.000Z' })).toBeRefused('ACT_TOO_OLD', 'input.occurredAt');
  expect(await refuse({ placeId: randomUUID() })).toBeRefused('NOT_YET_KNOWN', 'input.placeId');
});
