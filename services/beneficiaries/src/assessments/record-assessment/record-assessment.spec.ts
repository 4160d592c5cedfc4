import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { type Persona, personas, startForTest, type TestService } from '#testing';
import { given } from '../../../test/given.js';
import { BeneficiariesModule } from '../../beneficiaries.module.js';
import type { Mastery } from '../judge.js';
import { questionnaireOf } from '../questionnaire.js';

let service: TestService;
beforeAll(async () => {
  service = await startForTest(BeneficiariesModule);
  await given.branches(service);
});
beforeEach(() => service.clock.set('2026-11-26T08:00:00.000Z'));
afterAll(() => service.stop());

const { helperOfBordeaux, managerOfBordeaux, managerOfLille, prescriberOfBordeaux } = personas;
const answers = (mastery: Mastery) =>
  questionnaireOf('SHORT', 1)?.questions.map(({ code }) => ({ question: code, mastery })) ?? [];
const record = (more: Record<string, unknown>, who: Persona = helperOfBordeaux) =>
  service.as(who).command(
    'recordAssessment',
    {
      ...{ moment: 'ENTRY', outcome: 'ANSWERED', questionnaire: 'SHORT', questionnaireVersion: 1 },
      ...{ answers: (more['outcome'] ?? 'ANSWERED') === 'ANSWERED' ? answers('WITH_HELP') : [], ...more },
    },
    'id followUpOn result { profile level lines { rule } }',
  );
const recorded = async (more: Record<string, unknown>) =>
  ((await record(more)).data?.['recordAssessment'] as { id: string }).id;
const personSince = () => given.beneficiary(service, { occurredOn: '2026-01-05', privacyNoticeReadOn: '2026-01-05' });
const shownOf = async (id: string) => {
  const text = `{ beneficiary(id: "${id}") { assessments { moment outcome voidedAt result { profile } } } }`;
  const reply = await service.as(helperOfBordeaux).query(text);
  return (reply.data?.['beneficiary'] as { assessments: { moment: string }[] } | null)?.assessments;
};
const due = async () => {
  const reply = await service.as(helperOfBordeaux).query('{ followUps { items { dueOn beneficiary { id } } } }');
  const { items } = reply.data?.['followUps'] as { items: { dueOn: string; beneficiary: { id: string } }[] };
  return new Map(items.map(({ dueOn, beneficiary }) => [beneficiary.id, dueOn]));
};

it('tells figures what was found and what it is compared with: no answer, no question, nobody', async () => {
  const beneficiaryId = await personSince();
  const entry = await record({ beneficiaryId, occurredOn: '2026-01-10' });
  expect(entry.data).toMatchObject({
    recordAssessment: { result: { profile: 'BEGINNER_INTERMEDIATE', level: 'BEGINNER' } },
  });
  const exit = await record({ beneficiaryId, moment: 'EXIT', answers: answers('ALONE') });
  expect(exit.data).toMatchObject({
    recordAssessment: { followUpOn: '2027-05-26', result: { profile: 'AUTONOMOUS' } },
  });
  const event = (await service.published()).at(-1);
  expect(event).toMatchObject({
    type: 'beneficiaries.assessment-recorded',
    branch: 'BX',
    data: { after: { moment: 'EXIT', found: { profile: 'AUTONOMOUS' }, entry: { profile: 'BEGINNER_INTERMEDIATE' } } },
  });
  expect(JSON.stringify(event)).not.toMatch(new RegExp(`${beneficiaryId}|FRAUD|ALONE`));
});

it('refuses an old version, missing, double and strange answers, and answers of somebody who gave none', async () => {
  const beneficiaryId = await personSince();
  const refused = (more: Record<string, unknown>) => record({ beneficiaryId, ...more });
  expect(await refused({ questionnaireVersion: 0 })).toBeRefused('QUESTIONNAIRE_VERSION', 'input.questionnaireVersion');
  const all = answers('ALONE');
  for (const wrong of [all.slice(1), [...all, ...all.slice(0, 1)], [...all, { question: 'OTHER', mastery: 'ALONE' }]])
    expect(await refused({ answers: wrong })).toBeRefused('ANSWERS_COMPLETE', 'input.answers');
  expect(await refused({ outcome: 'REFUSED', answers: all })).toBeRefused('ANSWERS_WITHOUT_ANSWER', 'input.answers');
  expect(await refused({ occurredOn: '2026-11-27' })).toBeRefused('ASSESSMENT_DAY', 'input.occurredOn');
  expect(await refused({ occurredOn: '2026-01-04' })).toBeRefused('ASSESSMENT_DAY', 'input.occurredOn');
  expect(await refused({ beneficiaryId: await given.anonymous(service) })).toBeRefused('ASSESSMENT_ANONYMOUS');
  expect(await record({ beneficiaryId }, managerOfLille)).toBeRefused('NOT_FOUND');
  expect(await record({ beneficiaryId }, prescriberOfBordeaux)).toBeRefused('FORBIDDEN');
});

it('keeps the order of entry, exit and six months, each answered once', async () => {
  const beneficiaryId = await personSince();
  expect(await record({ beneficiaryId, moment: 'EXIT' })).toBeRefused('ASSESSMENT_ORDER', 'input.moment');
  await record({ beneficiaryId, occurredOn: '2026-01-10' });
  expect(await record({ beneficiaryId })).toBeRefused('ASSESSMENT_THERE', 'input.moment');
  expect(await record({ beneficiaryId, moment: 'SIX_MONTHS' })).toBeRefused('ASSESSMENT_ORDER', 'input.moment');
  await record({ beneficiaryId, moment: 'EXIT', occurredOn: '2026-08-01' });
  expect(await record({ beneficiaryId, moment: 'EXIT' })).toBeRefused('ASSESSMENT_THERE', 'input.moment');
  const soon = await record({ beneficiaryId, moment: 'SIX_MONTHS' });
  expect(soon).toBeRefused('ASSESSMENT_DAY', 'input.occurredOn');
});

it('asks again six months later, once: refusing and not being reached are answers too', async () => {
  const [one, other, third] = [await personSince(), await personSince(), await personSince()];
  for (const beneficiaryId of [one, other, third]) {
    await record({ beneficiaryId, occurredOn: '2026-01-10' });
    await record({ beneficiaryId, moment: 'EXIT', occurredOn: '2026-05-31' });
  }
  expect(await due()).toEqual(new Map([one, other, third].map((id) => [id, '2026-11-30'])));
  await record({ beneficiaryId: one, moment: 'SIX_MONTHS', outcome: 'REFUSED' });
  const unreached = await recorded({ beneficiaryId: other, moment: 'SIX_MONTHS', outcome: 'UNREACHABLE' });
  await service
    .as(managerOfBordeaux)
    .command('noteObjection', { id: third, expectedVersion: 1, reason: 'ne souhaite pas être comptée' });
  expect(await due()).toEqual(new Map());
  await service.as(helperOfBordeaux).command('voidAssessment', { id: unreached, reason: 'notée pour une autre' });
  expect(await due()).toEqual(new Map([[other, '2026-11-30']]));
});

it('is taken back with what was told of it, unless another is compared with it', async () => {
  const beneficiaryId = await personSince();
  const entry = await recorded({ beneficiaryId, occurredOn: '2026-01-10' });
  const exit = await recorded({ beneficiaryId, moment: 'EXIT', occurredOn: '2026-11-20' });
  const takeBack = (id: string, reason = 'saisie sur la mauvaise fiche') =>
    service.as(helperOfBordeaux).command('voidAssessment', { id, reason });
  expect(await takeBack(entry)).toBeRefused('ASSESSMENT_FOLLOWED', 'input.id');
  await takeBack(exit);
  const [told, back] = (await service.published()).slice(-2);
  expect(back).toMatchObject({ type: 'beneficiaries.assessment-voided', data: { before: told?.data['after'] } });
  expect(await takeBack(exit)).toBeRefused('ASSESSMENT_VOIDED', 'input.id');
  expect(await takeBack(entry, 'no')).toBeRefused('REASON_REQUIRED', 'input.reason');
});

it('follows two records that are one person, and leaves with whoever is erased', async () => {
  const [kept, merged] = [await personSince(), await personSince()];
  await record({ beneficiaryId: merged, occurredOn: '2026-01-10' });
  const merge = await service
    .as(managerOfBordeaux)
    .command('mergeBeneficiaries', { keptId: kept, mergedId: merged, reason: 'même personne' });
  await record({ beneficiaryId: kept, moment: 'EXIT' });
  expect((await shownOf(merged))?.map(({ moment }) => moment)).toEqual(['ENTRY', 'EXIT']);
  const { id: mergeId } = merge.data?.['mergeBeneficiaries'] as { id: string };
  await service.as(managerOfBordeaux).command('unmergeBeneficiaries', { mergeId, reason: 'deux sœurs' });
  expect((await shownOf(merged))?.map(({ moment }) => moment)).toEqual(['ENTRY']);
  const erase = { id: merged, expectedVersion: 1, ground: 'ASKED_BY_PERSON', confirmation: 'effacer' };
  await service.as(managerOfBordeaux).command('eraseBeneficiary', erase);
  expect(await shownOf(merged)).toEqual([]);
  expect(await record({ beneficiaryId: merged })).toBeRefused('BENEFICIARY_ERASED');
});
