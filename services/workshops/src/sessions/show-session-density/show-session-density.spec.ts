import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { givenIn } from '../../../test/given.js';
import { WorkshopsModule } from '../../workshops.module.js';

let workshops: TestService;
let given: ReturnType<typeof givenIn>;
beforeAll(async () => {
  workshops = await startForTest(WorkshopsModule);
  given = givenIn(workshops);
  await given.branch();
});
afterAll(() => workshops.stop());
const asked = (args: string) => `{ sessionDensity(${args}) { day sessions seats seatsTaken } }`;

it('counts the sessions and seats of each day of a year, cancelled ones left out', async () => {
  const first = await given.session({ startsAt: '2026-12-01T09:00:00Z', endsAt: '2026-12-01T10:00:00Z', seats: 8 });
  await given.session({ startsAt: '2026-12-01T13:00:00Z', endsAt: '2026-12-01T14:00:00Z', seats: 4 });
  // The first of January in Bordeaux already.
  await given.session({ startsAt: '2026-12-31T23:30:00Z', endsAt: '2027-01-01T00:30:00Z', seats: 2 });
  const gone = await given.session({ startsAt: '2026-12-02T09:00:00Z', endsAt: '2026-12-02T10:00:00Z' });
  const manager = workshops.as(personas.managerOfBordeaux);
  await manager.command('cancelSession', { sessionId: gone, reason: 'Intervenante souffrante' });
  await given.enrolment(first);
  const days = [{ day: '2026-12-01', sessions: 2, seats: 12, seatsTaken: 1 }];
  expect((await manager.query(asked('year: 2026'))).data).toEqual({ sessionDensity: days });
  const national = workshops.as(personas.coordinator);
  expect((await national.query(asked('year: 2026'))).data).toEqual({ sessionDensity: days });
  expect((await national.query(asked('year: 2027, branch: "BX"'))).data).toEqual({
    sessionDensity: [{ day: '2027-01-01', sessions: 1, seats: 2, seatsTaken: 0 }],
  });
});

it('counts nothing of another branch', async () => {
  await given.session();
  const lille = workshops.as(personas.managerOfLille);
  expect((await lille.query(asked('year: 2026'))).data).toEqual({ sessionDensity: [] });
  expect(await lille.query(asked('year: 2026, branch: "BX"'))).toBeRefused('FORBIDDEN', 'branch');
  expect(await lille.query(asked('year: 1999'))).toBeRefused('BAD_YEAR', 'year');
});
