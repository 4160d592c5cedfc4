import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BeneficiaryRestricted, happened } from '#events';
import { personas, type Reply, startForTest, type TestService } from '#testing';
import { givenIn } from '../../../test/given.js';
import { seatsOf } from '../../../test/line.js';
import { WorkshopsModule } from '../../workshops.module.js';

let workshops: TestService;
let given: ReturnType<typeof givenIn>;
beforeAll(async () => {
  workshops = await startForTest(WorkshopsModule);
  given = givenIn(workshops);
  await given.branch();
});
afterAll(() => workshops.stop());

const people = (count: number) => Promise.all(Array.from({ length: count }, () => given.person()));
const enrol = (input: Record<string, unknown>, headers = {}) =>
  workshops.as(personas.helperOfBordeaux).command('enrolPeople', input, 'beneficiaryId standing', headers);
const standings = (reply: Reply) => {
  expect(reply.errors).toBeUndefined();
  return (reply.data?.['enrolPeople'] as { standing: string }[]).map(({ standing }) => standing);
};
const times = (count: number, standing: string) => Array.from({ length: count }, () => standing);

it('gives the seats there are in the order of the list, and puts the rest in line in the same order', async () => {
  const sessionId = await given.session({ seats: 20 });
  const list = await people(60);
  const reply = await enrol({ sessionId, beneficiaryIds: list });
  expect(standings(reply)).toEqual([...times(20, 'ENROLLED'), ...times(40, 'WAITING')]);
  expect(await seatsOf(workshops, sessionId)).toEqual({ seatsTaken: 20, seatsHeld: 0 });
  const line = await workshops
    .as(personas.helperOfBordeaux)
    .query(`{ session(id: "${sessionId}") { waitlist(first: 100) { items { beneficiary { id } } } } }`);
  const { waitlist } = line.data?.['session'] as { waitlist: { items: { beneficiary: { id: string } }[] } };
  expect(waitlist.items.map(({ beneficiary }) => beneficiary.id)).toEqual(list.slice(20));
});

it('changes nothing when the list is sent again, under the same key or another', async () => {
  const sessionId = await given.session({ seats: 2 });
  const beneficiaryIds = await people(3);
  const headers = { 'idempotency-key': 'made-when-the-dialog-opened' };
  const first = standings(await enrol({ sessionId, beneficiaryIds }, headers));
  const before = (await workshops.published()).length;
  expect(standings(await enrol({ sessionId, beneficiaryIds }, headers))).toEqual(first);
  expect(standings(await enrol({ sessionId, beneficiaryIds }))).toEqual(first);
  expect((await workshops.published()).length).toBe(before);
});

it('gives seats in every session of a series, or a place in its line', async () => {
  const { seriesId, sessionIds } = await given.series({ seats: 2 });
  const beneficiaryIds = await people(3);
  expect(standings(await enrol({ seriesId, beneficiaryIds }))).toEqual(['ENROLLED', 'ENROLLED', 'WAITING']);
  for (const sessionId of sessionIds) expect(await seatsOf(workshops, sessionId)).toMatchObject({ seatsTaken: 2 });
});

it('lets nobody unknown or set aside keep the others out, nor somebody named twice have two seats', async () => {
  const sessionId = await given.session({ seats: 8 });
  const [one, two] = await people(2);
  const data = { beneficiaryId: two ?? '', occurredOn: '2026-11-26', ground: 'UNLAWFUL' as const };
  await workshops.deliver(happened(BeneficiaryRestricted, { branch: 'BX', at: new Date('2026-11-26'), data }));
  const beneficiaryIds = [one, randomUUID(), two, one];
  expect(standings(await enrol({ sessionId, beneficiaryIds }))).toEqual(['ENROLLED', 'UNKNOWN', 'RESTRICTED']);
  expect(await seatsOf(workshops, sessionId)).toMatchObject({ seatsTaken: 1 });
});

it('takes whoever was offered a place in the series out of its line once they have one, with what the offer held', async () => {
  const { seriesId, sessionIds } = await given.series({ seats: 2 });
  const [one, two, waiting] = await people(3);
  await enrol({ seriesId, beneficiaryIds: [one, two, waiting] });
  for (const beneficiaryId of [one, two])
    await workshops.as(personas.helperOfBordeaux).command('leaveSeries', { seriesId, beneficiaryId });
  for (const sessionId of sessionIds)
    expect(await seatsOf(workshops, sessionId)).toEqual({ seatsTaken: 0, seatsHeld: 1 });
  expect(standings(await enrol({ seriesId, beneficiaryIds: [waiting] }))).toEqual(['ENROLLED']);
  for (const sessionId of sessionIds)
    expect(await seatsOf(workshops, sessionId)).toEqual({ seatsTaken: 1, seatsHeld: 0 });
});

it.each([
  ['PEOPLE_OUT_OF_RANGE', { beneficiaryIds: [] }],
  ['PEOPLE_OUT_OF_RANGE', { beneficiaryIds: Array.from({ length: 301 }, () => randomUUID()) }],
  ['NOTHING_TO_WAIT_FOR', { sessionId: null, beneficiaryIds: [randomUUID()] }],
  ['NOT_FOUND', { sessionId: randomUUID(), beneficiaryIds: [randomUUID()] }],
])('is refused with %s', async (code, input) => {
  expect(await enrol({ sessionId: randomUUID(), ...input })).toBeRefused(code);
});
