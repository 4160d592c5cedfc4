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

it('never gives more seats than there are, whatever the race', async () => {
  const sessionId = await given.session({ seats: 3 });
  const people = await Promise.all(Array.from({ length: 40 }, () => given.person()));
  const replies = await Promise.all(
    people.map((beneficiaryId) =>
      workshops.as(personas.helperOfBordeaux).command('enrolInSession', { sessionId, beneficiaryId }),
    ),
  );
  expect(replies.filter((reply) => reply.data?.['enrolInSession'])).toHaveLength(3);
  for (const refused of replies.filter((reply) => reply.errors))
    expect(refused).toBeRefused('SESSION_FULL', 'input.sessionId');
  const { data } = await workshops
    .as(personas.helperOfBordeaux)
    .query(`{ session(id: "${sessionId}") { seats seatsTaken enrolments { items { id } } } }`);
  expect(data?.['session']).toMatchObject({ seats: 3, seatsTaken: 3, enrolments: { items: { length: 3 } } });
});

it('refuses a second seat for the same person in the same session', async () => {
  const sessionId = await given.session();
  const beneficiaryId = await given.person();
  await given.enrolment(sessionId, beneficiaryId);
  const reply = await workshops.as(personas.helperOfBordeaux).command('enrolInSession', { sessionId, beneficiaryId });
  expect(reply).toBeRefused('ALREADY_ENROLLED', 'input.beneficiaryId');
});

it('does not know a person of whom no event has come', async () => {
  const reply = await workshops.as(personas.helperOfBordeaux).command('enrolInSession', {
    sessionId: await given.session(),
    beneficiaryId: '00000000-0000-4000-8000-000000000000',
  });
  expect(reply).toBeRefused('NOT_YET_KNOWN', 'input.beneficiaryId');
});

it('waits for a person whose event is still on its way', async () => {
  const sessionId = await given.session();
  const reply = workshops.as(personas.helperOfBordeaux);
  const beneficiaryId = await given.person();
  await expect(reply.command('enrolInSession', { sessionId, beneficiaryId })).resolves.toMatchObject({
    data: { enrolInSession: {} },
  });
});

it('answers alike for another branch’s session and for one that does not exist', async () => {
  const sessionId = await given.session();
  const beneficiaryId = await given.person();
  const lille = workshops.as(personas.managerOfLille);
  const foreign = await lille.command('enrolInSession', { sessionId, beneficiaryId });
  const unknown = await lille.command('enrolInSession', {
    sessionId: '00000000-0000-4000-8000-000000000000',
    beneficiaryId,
  });
  expect(foreign).toBeRefused('NOT_FOUND', 'input.sessionId');
  expect(foreign).toEqual(unknown);
});
