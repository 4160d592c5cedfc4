import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { HelperDescribed, happened, MemberWithdrawn } from '#events';
import { type Persona, personas, startForTest, type TestService } from '#testing';
import { given } from '../../test/given.js';
import { BeneficiariesModule } from '../beneficiaries.module.js';

let service: TestService;
beforeAll(async () => {
  service = await startForTest(BeneficiariesModule);
  await given.branches(service);
});
beforeEach(() => service.clock.set('2026-11-26T08:00:00.000Z'));
afterAll(() => service.stop());

const { helperOfBordeaux, managerOfBordeaux, managerOfLille, prescriberOfBordeaux } = personas;
const SHOWN = 'id version state endedOn nextDueOn isMine referentId goals { id title steps { id title doneOn } }';
type Shown = {
  id: string;
  version: number;
  goals: { id: string; title: string; steps: { id: string; title: string; doneOn: string | null }[] }[];
};
const send = (mutation: string, input: Record<string, unknown>, who: Persona = helperOfBordeaux) =>
  service.as(who).command(mutation, input, SHOWN);
const done = async (mutation: string, input: Record<string, unknown>, who?: Persona) => {
  const reply = await send(mutation, input, who);
  if (reply.errors) throw new Error(JSON.stringify(reply.errors));
  return reply.data?.[mutation] as Shown;
};
const personSince = () => given.beneficiary(service, { occurredOn: '2026-01-05', privacyNoticeReadOn: '2026-01-05' });
const opened = async () => done('openSupportJourney', { beneficiaryId: await personSince() });
const step = (title: string, more: Record<string, unknown> = {}) => ({
  ...{ title, owner: 'PERSON', dueOn: '2026-12-10', ...more },
});
const journeysOf = async (id: string) => {
  const text = `{ beneficiary(id: "${id}") { supportJourneys { id state } redirections { target result } } }`;
  const reply = await service.as(helperOfBordeaux).query(text);
  return reply.data?.['beneficiary'] as { supportJourneys: { id: string }[]; redirections: unknown[] } | null;
};
const last = async (n: number) => (await service.published()).slice(-n);

it('leads from goals and steps to an exit with its outcomes, and tells figures nothing of whose they are', async () => {
  const beneficiaryId = await personSince();
  const { id } = await done('openSupportJourney', { beneficiaryId, occurredOn: '2026-11-01' });
  const goals = [
    { title: 'Retrouver un emploi', steps: [step('Refaire le CV'), step('S’inscrire', { dueOn: '2026-12-01' })] },
  ];
  const planned = await done('planSupportJourney', { id, expectedVersion: 1, goals });
  expect(planned).toMatchObject({ version: 2, nextDueOn: '2026-12-01', isMine: true, state: 'OPEN' });
  const [first, second] = planned.goals[0]?.steps ?? [];
  const stepped = await done('finishStep', { id, stepId: second?.id, done: true });
  expect(stepped).toMatchObject({
    nextDueOn: '2026-12-10',
    goals: [{ steps: [{ doneOn: null }, { doneOn: '2026-11-26' }] }],
  });
  expect(await done('pauseSupportJourney', { id })).toMatchObject({ state: 'PAUSED' });
  expect(await send('pauseSupportJourney', { id })).toBeRefused('SUPPORT_PAUSED', 'input.id');
  expect(await done('resumeSupportJourney', { id })).toMatchObject({ state: 'OPEN' });
  const exit = { id, exitReason: 'GOALS_REACHED', outcomes: ['JOB', 'AUTONOMY', 'JOB'] };
  expect(await done('endSupportJourney', exit)).toMatchObject({ state: 'COMPLETED', endedOn: '2026-11-26' });
  const told = await last(2);
  expect(told).toMatchObject([
    { type: 'beneficiaries.support-journey-opened', branch: 'BX', data: { occurredOn: '2026-11-01' } },
    {
      type: 'beneficiaries.support-journey-ended',
      data: { after: { exitReason: 'GOALS_REACHED', outcomes: ['AUTONOMY', 'JOB'] } },
    },
  ]);
  expect(JSON.stringify(told)).not.toMatch(new RegExp(`${beneficiaryId}|CV|emploi`));
  expect(await send('finishStep', { id, stepId: first?.id, done: true })).toBeRefused('SUPPORT_ENDED', 'input.id');
  expect(await done('reopenSupportJourney', { id })).toMatchObject({ state: 'OPEN', endedOn: null });
  expect(await last(1)).toMatchObject([{ data: { before: { outcomes: ['AUTONOMY', 'JOB'] } } }]);
  await done('voidSupportJourney', { id, reason: 'ouvert pour une autre' });
  expect(await last(1)).toMatchObject([
    { type: 'beneficiaries.support-journey-voided', data: { before: { openedOn: '2026-11-01' } } },
  ]);
  expect((await journeysOf(beneficiaryId))?.supportJourneys).toEqual([]);
});

it('keeps what was done in a plan, and refuses what cannot be one', async () => {
  const { id } = await opened();
  const plan = (goals: unknown) => send('planSupportJourney', { id, goals });
  const planned = await done('planSupportJourney', {
    id,
    goals: [{ title: 'But', steps: [step('Un'), step('Deux')] }],
  });
  const [goal] = planned.goals;
  const [one, two] = goal?.steps ?? [];
  await done('finishStep', { id, stepId: one?.id, done: true });
  const kept = { id: one?.id, ...step('Autre titre') };
  expect(await plan([{ id: goal?.id, title: 'But', steps: [step('Trois')] }])).toBeRefused('STEP_DONE', 'input.goals');
  const moved = await done('planSupportJourney', {
    id,
    goals: [{ id: goal?.id, title: 'Mieux', steps: [step('Trois'), kept] }],
  });
  expect(moved.goals).toMatchObject([
    { id: goal?.id, title: 'Mieux', steps: [{ title: 'Trois' }, { title: 'Un', doneOn: '2026-11-26' }] },
  ]);
  expect(await send('finishStep', { id, stepId: two?.id, done: true })).toBeRefused('STEP_UNKNOWN', 'input.stepId');
  const twice = [{ title: 'But', steps: [kept, kept] }];
  expect(await plan(twice)).toBeRefused('STEP_UNKNOWN', 'input.goals.0.steps.1.id');
  const eleven = Array.from({ length: 11 }, () => ({ title: 'But', steps: [] }));
  expect(await plan(eleven)).toBeRefused('PLAN_SIZE', 'input.goals');
  expect(await plan([{ title: 'x'.repeat(10_000), steps: [kept] }])).toBeRefused('TEXT_LENGTH', 'input.goals.0.title');
  const late = step('Tard', { dueOn: '2029-01-01' });
  expect(await plan([{ title: 'But', steps: [kept, late] }])).toBeRefused('STEP_DUE', 'input.goals.0.steps.1.dueOn');
  const secret = step('mot de passe : hunter22');
  expect(await plan([{ title: 'But', steps: [kept, secret] }])).toBeRefused('SENSITIVE_TEXT');
  expect(await send('planSupportJourney', { id, expectedVersion: 1, goals: [] })).toBeRefused('CHANGED_MEANWHILE');
});

it('refuses a second one under any record of the person, an impossible day, and whoever may not', async () => {
  const [kept, merged] = [await personSince(), await personSince()];
  const open = (beneficiaryId: string, more: Record<string, unknown> = {}, who?: Persona) =>
    send('openSupportJourney', { beneficiaryId, ...more }, who);
  expect(await open(kept, { occurredOn: '2026-01-04' })).toBeRefused('SUPPORT_DAY', 'input.occurredOn');
  expect(await open(kept, { occurredOn: '2026-11-27' })).toBeRefused('SUPPORT_DAY', 'input.occurredOn');
  expect(await open(kept, {}, managerOfLille)).toBeRefused('NOT_FOUND');
  expect(await open(kept, {}, prescriberOfBordeaux)).toBeRefused('FORBIDDEN');
  expect(await open(await given.anonymous(service))).toBeRefused('SUPPORT_ANONYMOUS');
  const { id } = await done('openSupportJourney', { beneficiaryId: merged });
  await service
    .as(managerOfBordeaux)
    .command('mergeBeneficiaries', { keptId: kept, mergedId: merged, reason: 'même personne' });
  expect(await open(kept)).toBeRefused('SUPPORT_OPEN_ALREADY', 'input.beneficiaryId');
  expect((await journeysOf(kept))?.supportJourneys).toMatchObject([{ id, state: 'OPEN' }]);
  expect(await send('endSupportJourney', { id, exitReason: 'GOALS_REACHED', outcomes: [] })).toBeRefused(
    'OUTCOMES_OF_EXIT',
  );
  expect(await send('reopenSupportJourney', { id })).toBeRefused('SUPPORT_NOT_ENDED');
  const erase = { id: merged, expectedVersion: 1, ground: 'ASKED_BY_PERSON', confirmation: 'effacer' };
  await service.as(managerOfBordeaux).command('eraseBeneficiary', erase);
  expect((await journeysOf(kept))?.supportJourneys).toEqual([]);
  expect(await open(merged)).toBeRefused('BENEFICIARY_ERASED');
});

it('has a referent who helps in the branch, and lists what is due first', async () => {
  const [memberId, gone] = ['0192f0aa-0000-7000-8000-00000000a001', '0192f0aa-0000-7000-8000-00000000a002'];
  const helper = { kind: 'VOLUNTEER' as const, skills: [], branches: ['BX'], missionEndsOn: null };
  const on = { branch: null, at: new Date('2026-01-01T00:00:00Z') };
  await service.deliver(
    happened(HelperDescribed, { ...on, data: { memberId, subject: 'claire', after: helper } }),
    happened(HelperDescribed, { ...on, data: { memberId: gone, subject: 'paul', after: helper } }),
    happened(MemberWithdrawn, { ...on, data: { memberId: gone, before: { role: 'HELPER', branches: ['BX'] } } }),
  );
  const { id } = await opened();
  const refer = (more: Record<string, unknown>) => send('changeReferent', { id, mine: false, ...more });
  expect(await refer({ referentId: gone })).toBeRefused('REFERENT_UNKNOWN', 'input.referentId');
  expect((await refer({ referentId: memberId })).data).toMatchObject({
    changeReferent: { referentId: memberId, isMine: false },
  });
  const soon = await opened();
  await done('planSupportJourney', {
    id: soon.id,
    goals: [{ title: 'But', steps: [step('Un', { dueOn: '2026-11-27' })] }],
  });
  const listed = async (mine: boolean) => {
    const reply = await service.as(helperOfBordeaux).query(`{ supportJourneys(mine: ${mine}) { items { id } } }`);
    return (reply.data?.['supportJourneys'] as { items: { id: string }[] }).items.map((row) => row.id);
  };
  expect((await listed(false))[0]).toBe(soon.id);
  expect(await listed(false)).toContain(id);
  expect(await listed(true)).not.toContain(id);
});

it('follows up on whoever was sent on, and tells nothing of those who object', async () => {
  const beneficiaryId = await personSince();
  const asked = async (mutation: string, input: Record<string, unknown>) =>
    service.as(helperOfBordeaux).command(mutation, input, 'id result version');
  const sent = await asked('redirectPerson', { beneficiaryId, target: 'SOCIAL_AID', whereto: 'CCAS de Bordeaux' });
  const { id } = sent.data?.['redirectPerson'] as { id: string };
  expect(await asked('noteRedirectionResult', { id, result: 'HELPED', occurredOn: '2026-11-25' })).toBeRefused(
    'REDIRECTION_DAY',
  );
  await asked('noteRedirectionResult', { id, result: 'DID_NOT_GO' });
  await asked('noteRedirectionResult', { id, result: 'HELPED' });
  await asked('voidRedirection', { id, reason: 'saisie en double' });
  const told = await last(4);
  expect(
    told.map(({ data }) =>
      [data['before'], data['after']].map((one) => (one as { result?: string } | undefined)?.result),
    ),
  ).toEqual([
    [undefined, null],
    [null, 'DID_NOT_GO'],
    ['DID_NOT_GO', 'HELPED'],
    ['HELPED', undefined],
  ]);
  expect(JSON.stringify(told)).not.toMatch(new RegExp(`${beneficiaryId}|CCAS`));
  expect(await asked('noteRedirectionResult', { id, result: 'HELPED' })).toBeRefused('REDIRECTION_VOIDED');
  const refused = await asked('redirectPerson', { beneficiaryId: await given.anonymous(service), target: 'OTHER' });
  expect(refused).toBeRefused('REDIRECTION_ANONYMOUS');
  const silent = await personSince();
  await service
    .as(managerOfBordeaux)
    .command('noteObjection', { id: silent, expectedVersion: 1, reason: 'ne souhaite pas être comptée' });
  const before = (await service.published()).length;
  const quiet = await done('openSupportJourney', { beneficiaryId: silent });
  await done('endSupportJourney', { id: quiet.id, exitReason: 'GOALS_REACHED', outcomes: ['JOB'] });
  await asked('redirectPerson', { beneficiaryId: silent, target: 'OTHER' });
  expect((await service.published()).length).toBe(before);
});
