import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BeneficiaryCorrected, happened, type PersonClasses, SituationChanged } from '#events';
import { personas, startForTest, type TestService } from '#testing';
import { givenIn, idOf } from '../../../test/given.js';
import { WorkshopsModule } from '../../workshops.module.js';

let workshops: TestService;
let given: ReturnType<typeof givenIn>;
beforeAll(async () => {
  workshops = await startForTest(WorkshopsModule);
  given = givenIn(workshops);
  await given.branch();
});
afterAll(() => workshops.stop());

const helper = () => workshops.as(personas.helperOfBordeaux);
const quick = { minutes: 30, themes: ['EMAIL'] };
const lastFacts = async () =>
  (await workshops.published()).at(-1)?.data as Record<
    string,
    { classes: PersonClasses; beneficiaryId: string | null }
  >;

it('counts an anonymous passage with what was said of the person', async () => {
  const reply = await helper().command(
    'recordDropIn',
    { ...quick, gender: 'FEMALE', autonomy: 'AUTONOMOUS' },
    'occurredOn solution',
  );
  expect(reply.data).toEqual({ recordDropIn: { occurredOn: '2026-11-26', solution: 'DROP_IN' } });
  expect((await lastFacts())['after']).toMatchObject({
    beneficiaryId: null,
    classes: { gender: 'FEMALE', ageBand: 'NOT_STATED' },
  });
});

it('sends nobody on to where the list of the trade does not go, and then notes nothing', async () => {
  const told = (await workshops.published()).length;
  const reply = await helper().command('recordDropIn', { ...quick, redirection: 'A_FRIEND' });
  expect(reply.errors?.[0]?.message).toContain('"A_FRIEND" does not exist in "RedirectionTarget" enum');
  expect((await workshops.published()).length).toBe(told);
});

it('stamps the classes a person had on the day of the act, not those of today', async () => {
  const beneficiaryId = await given.person({ socialStatus: 'UNEMPLOYED' });
  const before: PersonClasses = {
    gender: 'FEMALE',
    ageBand: 'FROM_40_TO_59',
    socialStatus: 'UNEMPLOYED',
    communeCode: '33063',
  };
  const after: PersonClasses = { ...before, socialStatus: 'EMPLOYED' };
  await workshops.deliver(
    happened(SituationChanged, {
      branch: 'BX',
      at: new Date('2026-06-01'),
      data: { beneficiaryId, holdsFrom: '2026-06-01', before, after },
    }),
  );
  await helper().command('recordDropIn', { ...quick, beneficiaryId, occurredAt: '2026-05-31T10:00:00Z' });
  expect((await lastFacts())['after']?.classes.socialStatus).toBe('UNEMPLOYED');
  await helper().command('recordDropIn', { ...quick, beneficiaryId, occurredAt: '2026-06-01T10:00:00Z' });
  expect((await lastFacts())['after']?.classes.socialStatus).toBe('EMPLOYED');
});

/** The person was taken for a man and is a woman. */
function mistaken(beneficiaryId: string) {
  const classes: PersonClasses = {
    gender: 'FEMALE',
    ageBand: 'FROM_40_TO_59',
    socialStatus: 'UNEMPLOYED',
    communeCode: '33063',
  };
  const enrolment = {
    kind: 'TRACKED' as const,
    enrolledOn: '2026-01-05',
    orientationSource: 'SELF' as const,
    organisationId: null,
  };
  const data = {
    beneficiaryId,
    occurredOn: '2026-11-26',
    before: { ...enrolment, classes: { ...classes, gender: 'MALE' as const } },
    after: { ...enrolment, classes },
    history: [{ holdsFrom: '2026-01-05', classes }],
  };
  return happened(BeneficiaryCorrected, { branch: 'BX', at: workshops.clock.now(), data });
}

it('restamps past acts when the person’s record was a mistake', async () => {
  const beneficiaryId = await given.person({ gender: 'MALE' });
  await helper().command('recordDropIn', { ...quick, beneficiaryId });
  await workshops.deliver(mistaken(beneficiaryId));
  const last = (await workshops.published()).at(-1);
  expect(last).toMatchObject({
    type: 'workshops.support-act-corrected',
    data: { before: { classes: { gender: 'MALE' } }, after: { classes: { gender: 'FEMALE' } } },
  });
});

it('restamps no act that is being taken back at that moment: it counts no more, in no class', async () => {
  const beneficiaryId = await given.person({ gender: 'MALE' });
  const supportActId = idOf(await helper().command('recordDropIn', { ...quick, beneficiaryId }), 'recordDropIn');
  const correction = await workshops.tables(async (tx) => {
    await tx.query('SELECT 1 FROM aggregate_head WHERE aggregate_id = $1 FOR UPDATE', [supportActId]);
    await tx.query('UPDATE support_act SET voided = true WHERE id = $1', [supportActId]);
    let over = false;
    const delivered = workshops.deliver(mistaken(beneficiaryId)).finally(() => {
      over = true;
    });
    const waits = 'SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))';
    // Until it waits for us, or has gone past us.
    while (!over && ((await tx.query(waits)) as unknown[]).length === 0);
    return { delivered };
  });
  await correction.delivered;
  const told = (await workshops.published()).filter(({ data }) => data['supportActId'] === supportActId);
  expect(told.map(({ type }) => type)).toEqual(['workshops.support-act-recorded']);
});

it('is attached to a person later, taken back with a reason, and taken back once', async () => {
  const supportActId = idOf(await helper().command('recordDropIn', quick), 'recordDropIn');
  const beneficiaryId = await given.person();
  await helper().command('correctSupportAct', { ...quick, supportActId, beneficiaryId, reason: 'Rattachement' });
  expect((await lastFacts())['after']).toMatchObject({ beneficiaryId });
  expect(await helper().command('voidSupportAct', { supportActId, reason: 'x' })).toBeRefused(
    'REASON_REQUIRED',
    'input.reason',
  );
  await helper().command('voidSupportAct', { supportActId, reason: 'Saisi deux fois' });
  expect((await lastFacts())['before']).toMatchObject({ beneficiaryId });
  expect(await helper().command('voidSupportAct', { supportActId, reason: 'Encore' })).toBeRefused('ACT_VOIDED');
});

it('counts a passage that was kept for a while once, on the day it happened, however often it is sent', async () => {
  const before = (await workshops.published()).length;
  const late = { ...quick, occurredAt: '2026-11-24T15:40:00Z' };
  const header = { 'idempotency-key': 'kept-on-a-phone' };
  const sent = [1, 2].map(() => helper().command('recordDropIn', late, 'id occurredAt occurredOn', header));
  const [first, second] = await Promise.all(sent);
  expect(second?.data).toEqual(first?.data);
  expect(first?.data).toMatchObject({
    recordDropIn: { occurredAt: '2026-11-24T15:40:00.000Z', occurredOn: '2026-11-24' },
  });
  expect((await workshops.published()).length).toBe(before + 1);
});

it.each([
  ['no theme', { themes: [] }, 'ACT_THEMES', 'input.themes'],
  ['no minute', { minutes: 0 }, 'ACT_MINUTES', 'input.minutes'],
  ['a day and more', { minutes: 1_440 }, 'ACT_MINUTES', 'input.minutes'],
  [
    'an administrative theme alone',
    { administrativeThemes: ['HOUSING'] },
    'ADMINISTRATIVE_THEME_ALONE',
    'input.administrativeThemes',
  ],
  ['tomorrow', { occurredAt: '2026-11-27T08:00:00Z' }, 'ACT_IN_FUTURE', 'input.occurredAt'],
  ['more than a year ago', { occurredAt: '2025-11-20T08:00:00Z' }, 'ACT_TOO_OLD', 'input.occurredAt'],
  ['a day that does not exist', { occurredAt: '2026-02-30T08:00:00Z' }, 'INVALID_QUERY', 'input.occurredAt'],
] as const)('refuses %s', async (_what, change, code, field) => {
  const before = (await workshops.published()).length;
  expect(await helper().command('recordDropIn', { ...quick, ...change })).toBeRefused(code, field);
  expect((await workshops.published()).length).toBe(before);
});

it('shows the branch its own acts only', async () => {
  const { data } = await workshops.as(personas.managerOfLille).query('{ supportActs { items { id } } }');
  expect(data).toEqual({ supportActs: { items: [] } });
});
