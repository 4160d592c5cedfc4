import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { happened, SupportActRecorded } from '#events';
import { type Persona, personas, startForTest, type TestService } from '#testing';
import { given } from '../../../test/given.js';
import { BeneficiariesModule } from '../../beneficiaries.module.js';
import { ForgetPrescriptions } from '../forget-prescriptions/forget-prescriptions.js';
import { TellDelays } from '../tell-delays/tell-delays.js';

let service: TestService;
const organisationId = randomUUID();
beforeAll(async () => {
  service = await startForTest(BeneficiariesModule);
  await given.branches(service);
  await given.organisation(service, organisationId);
});
beforeEach(() => service.clock.set('2026-11-26T08:00:00.000Z'));
afterAll(() => service.stop());

const { prescriberOfBordeaux, helperOfBordeaux, managerOfBordeaux, managerOfLille } = personas;
const prescribe = (more: Record<string, unknown> = {}, who: Persona = prescriberOfBordeaux) =>
  service.as(who).command('prescribePerson', {
    ...{ organisationId, needs: ['COURSE', 'DEVICE'], givenName: 'Aminata', familyName: 'Prescrite', birthYear: 1991 },
    ...{ phone: '06 11 22 33 44', availability: 'le matin', consentGiven: true },
    ...{ consentScope: ['ANSWERED', 'FIRST_SEEN', 'DONE'], consentUntil: '2027-06-30', ...more },
  });
const prescribed = async (more: Record<string, unknown> = {}) =>
  ((await prescribe(more)).data?.['prescribePerson'] as { id: string }).id;
const answer = (mutation: string, input: Record<string, unknown>, who: Persona = helperOfBordeaux) =>
  service.as(who).command(mutation, input, 'id state beneficiary { id familyName phone }');
const accept = (id: string, more: Record<string, unknown> = { privacyNoticeReadOn: '2026-11-26' }) =>
  answer('acceptPrescription', { id, ...more });
const personIn = (reply: Awaited<ReturnType<typeof accept>>) =>
  (reply.data?.['acceptPrescription'] as { beneficiary: { id: string } }).beneficiary.id;
const mine = async (id: string) => {
  const reply = await service
    .as(prescriberOfBordeaux)
    .query('{ myPrescriptions(first: 100) { items { id state reason givenName steps { milestone day } } } }');
  return (reply.data?.['myPrescriptions'] as { items: { id: string }[] }).items.find((one) => one.id === id);
};
const waiting = async (who: Persona = helperOfBordeaux) => {
  const reply = await service.as(who).query('{ prescriptions(first: 100) { items { id late familyName } } }');
  return (reply.data?.['prescriptions'] as { items: { id: string; late: boolean }[] }).items;
};
const seen = (beneficiaryId: string, occurredOn: string) =>
  service.deliver(
    happened(SupportActRecorded, {
      branch: 'BX',
      at: service.clock.now(),
      data: {
        supportActId: randomUUID(),
        after: {
          ...{
            solution: 'DROP_IN',
            occurredOn,
            minutes: 30,
            beneficiaryId,
            sessionId: null,
            placeId: null,
            themes: [],
          },
          ...{ administrativeThemes: [], devicesUsed: [], autonomy: null, redirection: null },
          classes: { gender: 'FEMALE', ageBand: 'NOT_STATED', socialStatus: 'NOT_STATED', communeCode: null },
        },
      },
    }),
  );

it('is announced by ids and needs alone, and waits at the branch, late after seven days', async () => {
  const id = await prescribed();
  const event = (await service.published()).at(-1);
  expect(event).toEqual({
    type: 'beneficiaries.prescription-received',
    branch: 'BX',
    data: { prescriptionId: id, organisationId, needs: ['COURSE', 'DEVICE'], occurredOn: '2026-11-26' },
  });
  expect(await waiting()).toContainEqual({ id, late: false, familyName: 'Prescrite' });
  service.clock.set('2026-12-04T08:00:00.000Z');
  expect(await waiting()).toContainEqual({ id, late: true, familyName: 'Prescrite' });
});

it('is told to wait too long once, by whoever looks and however often, and not when it was answered or is over', async () => {
  const delayed = async () => (await service.published()).filter(({ type }) => type.endsWith('prescription-delayed'));
  const tell = () => Promise.all([1, 2, 3].map(() => service.app.get(TellDelays).execute()));
  service.clock.set('2026-11-20T08:00:00.000Z');
  await tell();
  const before = (await delayed()).length;
  const [late, rejected, over] = [
    await prescribed(),
    await prescribed(),
    await prescribed({ consentUntil: '2026-11-24' }),
  ];
  await answer('rejectPrescription', { id: rejected, reason: 'complet' });
  service.clock.set('2026-11-27T22:59:00.000Z');
  await tell();
  expect((await delayed()).slice(before).map(({ data }) => data)).toEqual([]);
  service.clock.set('2026-11-27T23:00:00.000Z');
  for (let n = 0; n < 2; n += 1) await tell();
  expect((await delayed()).slice(before).map(({ data }) => data)).toEqual([
    { prescriptionId: late, occurredOn: '2026-11-28', waitedDays: 8 },
  ]);
  expect([rejected, over]).not.toContain(late);
  const text =
    '{ prescriptions(late: true, first: 100) { items { id } } branch: prescriptions(first: 1) { items { branch { code latePrescriptions } } } }';
  const { data } = await service.as(helperOfBordeaux).query(text);
  const { items } = data?.['prescriptions'] as { items: { id: string }[] };
  expect(items.map(({ id }) => id)).toContain(late);
  expect(items.map(({ id }) => id)).not.toContain(over);
  expect(data?.['branch']).toEqual({ items: [{ branch: { code: 'BX', latePrescriptions: items.length } }] });
});

it('makes a record of a person accepted, and tells the prescriber each step that was agreed to', async () => {
  const id = await prescribed();
  service.clock.set('2026-11-28T08:00:00.000Z');
  const reply = await accept(id, { privacyNoticeReadOn: '2026-11-28' });
  expect(reply.data).toMatchObject({
    acceptPrescription: { state: 'ACCEPTED', beneficiary: { familyName: 'Prescrite', phone: '+33611223344' } },
  });
  expect((await service.published()).at(-1)).toMatchObject({
    type: 'beneficiaries.prescription-answered',
    data: { prescriptionId: id, after: 'ACCEPTED', waitedDays: 2 },
  });
  expect(await mine(id)).toMatchObject({ state: 'ACCEPTED', steps: [{ milestone: 'ANSWERED', day: '2026-11-28' }] });
  await seen(personIn(reply), '2026-12-02');
  service.clock.set('2026-12-03T08:00:00.000Z');
  expect(await mine(id)).toMatchObject({
    state: 'IN_PROGRESS',
    steps: [{ milestone: 'ANSWERED' }, { milestone: 'FIRST_SEEN', day: '2026-12-02' }],
  });
  await answer('finishPrescription', { id });
  expect(await mine(id)).toMatchObject({ state: 'DONE' });
  expect(await answer('finishPrescription', { id })).toBeRefused('PRESCRIPTION_NOT_UNDER_WAY', 'input.id');
});

it('tells the prescriber nothing that the person did not agree to', async () => {
  const id = await prescribed({ consentScope: ['ANSWERED'] });
  await seen(personIn(await accept(id)), '2026-11-26');
  await answer('finishPrescription', { id });
  expect(await mine(id)).toMatchObject({ state: 'ACCEPTED', steps: [{ milestone: 'ANSWERED' }] });
  const silent = await prescribed({ consentScope: [] });
  await answer('rejectPrescription', { id: silent, reason: 'plus de place' });
  expect(await mine(silent)).toMatchObject({ state: 'PENDING', reason: null, steps: [] });
});

it('lets the branch settle that it knows the person already, without the prescriber hearing of it', async () => {
  const known = await given.beneficiary(service, { familyName: 'Connue' });
  const id = await prescribed();
  expect(personIn(await accept(id, { beneficiaryId: known }))).toBe(known);
  expect(JSON.stringify(await mine(id))).not.toContain('Connue');
  const asked = await service
    .as(prescriberOfBordeaux)
    .query('{ myPrescriptions { items { beneficiary { familyName } } } }');
  expect(asked).toBeRefused('FORBIDDEN');
});

it('stands among what is known of the person, for the branch alone', async () => {
  const person = personIn(await accept(await prescribed()));
  const text = `{ beneficiary(id: "${person}") { prescriptions { state receivedOn } } }`;
  const reply = await service.as(helperOfBordeaux).query(text);
  expect(reply.data).toEqual({ beneficiary: { prescriptions: [{ state: 'ACCEPTED', receivedOn: '2026-11-26' }] } });
  expect(await service.as(prescriberOfBordeaux).query(text)).toBeRefused('FORBIDDEN');
});

it('gives the reason of a rejection, and takes one answer', async () => {
  const id = await prescribed();
  expect(await answer('rejectPrescription', { id, reason: 'no' })).toBeRefused('REASON_REQUIRED', 'input.reason');
  await answer('rejectPrescription', { id, reason: 'Nous n’avons plus de place avant mars.' });
  expect(await mine(id)).toMatchObject({ state: 'REJECTED', reason: 'Nous n’avons plus de place avant mars.' });
  expect(await accept(id)).toBeRefused('PRESCRIPTION_ANSWERED', 'input.id');
});

it('may name a place near by with a rejection, told to whoever may know the answer', async () => {
  const otherPlaceId = randomUUID();
  const [told, silent] = [await prescribed(), await prescribed({ consentScope: ['DONE'] })];
  const other = { reason: 'complet', otherPlaceId, otherPlaceWords: 'Médiathèque, 3 rue Neuve, Mérignac (2,3 km)' };
  expect(await answer('rejectPrescription', { id: told, ...other, otherPlaceWords: ' ' })).toBeRefused(
    'TEXT_LENGTH',
    'input.otherPlaceWords',
  );
  for (const id of [told, silent]) await answer('rejectPrescription', { id, ...other });
  const text = '{ myPrescriptions(first: 100) { items { id otherPlaceWords otherPlace { id } } } }';
  const { data } = await service.as(prescriberOfBordeaux).query(text);
  const { items } = data?.['myPrescriptions'] as { items: { id: string }[] };
  expect(items.filter(({ id }) => [told, silent].includes(id))).toEqual([
    { id: silent, otherPlaceWords: null, otherPlace: null },
    { id: told, otherPlaceWords: other.otherPlaceWords, otherPlace: { id: otherPlaceId } },
  ]);
});

it('empties the prescriber’s view at once when consent is withdrawn, and forgets what they wrote', async () => {
  const id = await prescribed({ familyName: 'Retirante' });
  const person = personIn(await accept(id));
  await answer('withdrawConsent', { id });
  expect(await mine(id)).toBeUndefined();
  const rows: unknown = await service.tables((tx) =>
    tx.query('SELECT family_name, phone, availability, beneficiary_id FROM prescription WHERE id = $1', [id]),
  );
  expect(rows).toEqual([{ family_name: null, phone: null, availability: null, beneficiary_id: person }]);
  const pending = await prescribed();
  await answer('withdrawConsent', { id: pending });
  expect(await accept(pending)).toBeRefused('PRESCRIPTION_EXPIRED', 'input.id');
});

it('ends with its consent, and forgets the person thirty days later', async () => {
  const id = await prescribed({ consentUntil: '2026-12-31' });
  service.clock.set('2027-01-02T08:00:00.000Z');
  expect(await accept(id, { privacyNoticeReadOn: '2027-01-02' })).toBeRefused('PRESCRIPTION_EXPIRED', 'input.id');
  expect(await mine(id)).toMatchObject({ state: 'EXPIRED', givenName: 'Aminata' });
  service.clock.set('2027-02-02T08:00:00.000Z');
  await service.app.get(ForgetPrescriptions).execute();
  expect(await mine(id)).toMatchObject({ givenName: null });
});

it('forgets whom it was about when the person is erased, and names no erased person', async () => {
  const id = await prescribed({ familyName: 'Effacable' });
  const person = personIn(await accept(id));
  const erase = { id: person, expectedVersion: 1, ground: 'ASKED_BY_PERSON', confirmation: 'effacer' };
  await service.as(managerOfBordeaux).command('eraseBeneficiary', erase);
  expect(await mine(id)).toMatchObject({ givenName: null });
  const next = await prescribed();
  expect(await accept(next, { beneficiaryId: person })).toBeRefused('NOT_FOUND', 'input.id');
});

it('refuses what lacks consent, a need or a name, consent for ever, and other people’s prescriptions', async () => {
  expect(await prescribe({ consentGiven: false })).toBeRefused('CONSENT_REQUIRED', 'input.consentGiven');
  expect(await prescribe({ consentUntil: '2026-11-26' })).toBeRefused('CONSENT_END', 'input.consentUntil');
  expect(await prescribe({ consentUntil: '2027-11-27' })).toBeRefused('CONSENT_END', 'input.consentUntil');
  expect(await prescribe({ needs: [] })).toBeRefused('NEEDS_REQUIRED', 'input.needs');
  expect(await prescribe({ givenName: null, familyName: ' ' })).toBeRefused('NAME_REQUIRED');
  expect(await prescribe({ branch: 'LI' })).toBeRefused('FORBIDDEN');
  expect(await prescribe({}, helperOfBordeaux)).toBeRefused('FORBIDDEN');
  const id = await prescribed();
  expect(await answer('rejectPrescription', { id, reason: 'pas chez nous' }, managerOfLille)).toBeRefused('NOT_FOUND');
  expect((await waiting(managerOfLille)).map((one) => one.id)).not.toContain(id);
  const other: Persona = { ...prescriberOfBordeaux, subject: randomUUID() };
  const theirs = await service.as(other).query('{ myPrescriptions { items { id } } }');
  expect(theirs.data).toEqual({ myPrescriptions: { items: [] } });
});
