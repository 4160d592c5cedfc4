import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
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
const SHOWN = 'id version fromOn untilOn state acts { what theme recordedBy }';
const send = (mutation: string, input: Record<string, unknown>, who: Persona = helperOfBordeaux) =>
  service.as(who).command(mutation, input, SHOWN);
const give = async (more: Record<string, unknown> = {}, who?: Persona) =>
  send('giveMandate', { themes: ['SOCIAL_AND_HEALTH', 'HOUSING'], duration: 'MONTH', agreed: true, ...more }, who);
const given1 = async (more: Record<string, unknown> = {}) => {
  const beneficiaryId = await given.beneficiary(service);
  const reply = await give({ beneficiaryId, ...more });
  return { beneficiaryId, ...(reply.data?.['giveMandate'] as { id: string; untilOn: string }) };
};
const note = (id: string, more: Record<string, unknown> = {}) =>
  send('noteMandateAct', { id, theme: 'HOUSING', what: 'Demande de logement déposée', ...more });
const mandatesOf = async (id: string) => {
  const text = `{ beneficiary(id: "${id}") { mandates { id state acts { what } } } }`;
  const reply = await service.as(helperOfBordeaux).query(text);
  return (reply.data?.['beneficiary'] as { mandates: unknown[] } | null)?.mandates;
};

it('lets the branch act within scope until the last day, writes each act down, and tells nobody', async () => {
  const before = (await service.published()).length;
  const { id, untilOn, beneficiaryId } = await given1();
  expect(untilOn).toBe('2026-12-26');
  expect((await note(id)).data).toMatchObject({
    noteMandateAct: { state: 'IN_FORCE', acts: [{ what: 'Demande de logement déposée', theme: 'HOUSING' }] },
  });
  expect(await note(id, { theme: 'JUSTICE' })).toBeRefused('MANDATE_OUT_OF_SCOPE', 'input.theme');
  expect(await note(id, { what: 'mot de passe : hunter22' })).toBeRefused('SENSITIVE_TEXT', 'input.what');
  service.clock.set('2026-12-26T20:00:00.000Z');
  expect((await note(id)).errors).toBeUndefined();
  service.clock.set('2026-12-27T08:00:00.000Z');
  expect(await note(id)).toBeRefused('MANDATE_OVER', 'input.id');
  expect(await mandatesOf(beneficiaryId)).toMatchObject([{ state: 'OVER', acts: [{}, {}] }]);
  // That somebody was enrolled is told, and nothing of the mandate.
  expect((await service.published()).length).toBe(before + 1);
});

it('ends the moment the person takes it back', async () => {
  const { id, beneficiaryId } = await given1({ duration: 'LONG' });
  await note(id);
  expect((await send('revokeMandate', { id, expectedVersion: 1 })).data).toMatchObject({
    revokeMandate: { state: 'REVOKED' },
  });
  expect(await note(id)).toBeRefused('MANDATE_OVER', 'input.id');
  expect(await send('revokeMandate', { id })).toBeRefused('MANDATE_OVER', 'input.id');
  expect(await mandatesOf(beneficiaryId)).toMatchObject([{ state: 'REVOKED', acts: [{}] }]);
});

it('refuses a mandate that nobody gave, for nothing, by whoever may not, and goes with an erasure', async () => {
  const beneficiaryId = await given.beneficiary(service);
  expect(await give({ beneficiaryId, agreed: false })).toBeRefused('MANDATE_AGREED', 'input.agreed');
  expect(await give({ beneficiaryId, themes: [] })).toBeRefused('MANDATE_SCOPE', 'input.themes');
  expect(await give({ beneficiaryId: await given.anonymous(service) })).toBeRefused('MANDATE_ANONYMOUS');
  expect(await give({ beneficiaryId }, managerOfLille)).toBeRefused('NOT_FOUND');
  expect(await give({ beneficiaryId }, prescriberOfBordeaux)).toBeRefused('FORBIDDEN');
  const { id, beneficiaryId: erased } = await given1();
  await note(id);
  const erase = { id: erased, expectedVersion: 1, ground: 'ASKED_BY_PERSON', confirmation: 'effacer' };
  await service.as(managerOfBordeaux).command('eraseBeneficiary', erase);
  expect(await mandatesOf(erased)).toEqual([]);
  expect(await note(id)).toBeRefused('NOT_FOUND', 'input.id');
});
