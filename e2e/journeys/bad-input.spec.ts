import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from '@jest/globals';
import { type Answer, ask, command, network, tokenOf } from './caller.js';
import { bordeaux, daysAgo, person, readyComputer, sale, session } from './given.js';

const MANAGER = 'branch-manager-bordeaux';
const COORDINATOR = 'national-coordinator';
const THIS_YEAR = new Date().getUTCFullYear();

let placeId: string;
let personId: string;
let workshopId: string;
beforeAll(async () => {
  ({ placeId } = await bordeaux());
  personId = await person('Rima', 'Refusée');
  await session('Séance des refus', placeId, 6_000);
  const { data } = await ask(MANAGER, '{ workshops(first: 1) { items { id } } }');
  workshopId = (data?.['workshops'] as { items: { id: string }[] }).items[0]?.id ?? '';
}, 90_000);

/** A refusal as a caller branches on it; throws when it says nothing in French or English, or hides a bug. */
function refusalIn(answer: Answer): { code: unknown; field: unknown } {
  const [error] = answer.errors ?? [];
  if (!error) throw new Error(`not refused: ${JSON.stringify(answer)}`);
  const { code, kind, fr, en, field = null } = error.extensions;
  expect({ kind, fr, en }).toEqual({
    kind: expect.not.stringMatching(/^bug$/),
    fr: expect.stringMatching(/\S{2}.*[.?)]$|: /s),
    en: expect.stringMatching(/\S{2}.*[.?)]$|: /s),
  });
  expect(fr).not.toBe(en);
  return { code, field };
}

async function refused(mutation: string, input: object, who = MANAGER): Promise<{ code: unknown; field: unknown }> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`;
  return refusalIn(await ask(who, query, { input }, randomUUID()));
}

const planned = (change: object) => {
  const startsAt = new Date(Date.now() + 900_000_000);
  return {
    workshopId,
    placeId,
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + 7_200_000).toISOString(),
    seats: 8,
    ...change,
  };
};
const somebody = (change: object) => ({
  kind: 'TRACKED',
  familyName: 'Refusée',
  noPhone: true,
  noEmail: true,
  gender: 'FEMALE',
  socialStatus: 'UNEMPLOYED',
  orientationSource: 'SELF',
  privacyNoticeReadOn: daysAgo(0),
  ...change,
});
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

it('refuses an unknown field and a word outside its list as the query at fault, in both languages', async () => {
  expect((await refused('enrolBeneficiary', somebody({ shoeSize: 42 }))).code).toBe('INVALID_QUERY');
  expect((await refused('enrolBeneficiary', somebody({ gender: 'PURPLE' }))).code).toBe('INVALID_QUERY');
  expect(refusalIn(await ask(MANAGER, '{ branches(first: 1) { items { colour } } }')).code).toBe('INVALID_QUERY');
  expect(refusalIn(await ask(MANAGER, '{ branches(first: 1) { items { ')).code).toBe('INVALID_QUERY');
});

it('refuses a session in the past, without seats, or that ends before it begins, at the field', async () => {
  const past = planned({ startsAt: hoursAgo(5), endsAt: hoursAgo(3) });
  expect(await refused('scheduleSession', past)).toEqual({ code: 'SESSION_IN_PAST', field: 'input.startsAt' });
  expect(await refused('scheduleSession', planned({ seats: 0 }))).toEqual({
    code: 'SEATS_OUT_OF_RANGE',
    field: 'input.seats',
  });
  const backwards = planned({});
  expect(
    await refused('scheduleSession', { ...backwards, startsAt: backwards.endsAt, endsAt: backwards.startsAt }),
  ).toEqual({ code: 'END_BEFORE_START', field: 'input.endsAt' });
});

it('refuses a birth year nobody alive has, past and future', async () => {
  const refusal = { code: 'BIRTH_YEAR', field: 'input.birthYear' };
  expect(await refused('enrolBeneficiary', somebody({ birthYear: 1870 }))).toEqual(refusal);
  expect(await refused('enrolBeneficiary', somebody({ birthYear: THIS_YEAR + 1 }))).toEqual(refusal);
});

it('refuses a malformed tag and one that is taken', async () => {
  const malformed = { tag: 'BX-42', type: 'COMPUTER' };
  expect(await refused('receiveDevice', malformed)).toEqual({ code: 'TAG_MALFORMED', field: 'input.tag' });
  const { tag } = await command(MANAGER, 'receiveDevice', { type: 'COMPUTER' }, 'id tag');
  expect(await refused('receiveDevice', { tag })).toEqual({ code: 'TAG_TAKEN', field: 'input.tag' });
});

it('sells no device that is not ready, that is sold, or that no tariff prices', async () => {
  const { tag } = await command(MANAGER, 'receiveDevice', { type: 'COMPUTER' }, 'id tag');
  const buy = (device: unknown) => ({ lines: [{ tag: device }], payments: [{ kind: 'CASH', cents: 7_000 }] });
  expect((await refused('makeSale', buy(tag))).code).toBe('DEVICE_NOT_READY');
  const sold = await readyComputer();
  await command(MANAGER, 'makeSale', buy(sold));
  expect((await refused('makeSale', buy(sold))).code).toBe('ALREADY_SOLD');
  const phone = await command(MANAGER, 'receiveDevice', { type: 'SMARTPHONE' }, 'id tag');
  await command(MANAGER, 'moveDevice', { id: phone['id'], state: 'IN_REFURBISHMENT' });
  await command(MANAGER, 'gradeDevice', { id: phone['id'], grade: 'C', reason: 'Contrôle visuel' });
  expect((await refused('moveDevice', { id: phone['id'], state: 'READY' })).code).toBe('DATA_NOT_ERASED');
  await command(MANAGER, 'recordDataErasure', { id: phone['id'], method: 'FACTORY_RESET' });
  await command(MANAGER, 'moveDevice', { id: phone['id'], state: 'READY' });
  expect((await refused('makeSale', buy(phone['tag']))).code).toBe('NO_TARIFF');
});

it('refuses a tariff over another of the same period, and one that ends before it begins', async () => {
  const over = { type: 'COMPUTER', grade: 'B', cents: 9_000, from: `${THIS_YEAR}-02-01`, until: `${THIS_YEAR}-03-01` };
  expect((await refused('setTariff', over, COORDINATOR)).code).toBe('TARIFF_OVERLAP');
  const backwards = { ...over, grade: 'D', until: `${THIS_YEAR}-01-01` };
  expect((await refused('setTariff', backwards, COORDINATOR)).code).toBe('TARIFF_PERIOD');
});

it('gives a seat once to a person, and none beyond the last', async () => {
  const { id: sessionId } = await command(MANAGER, 'scheduleSession', planned({ seats: 1, room: 'Petite salle' }));
  await command(MANAGER, 'enrolInSession', { sessionId, beneficiaryId: personId });
  expect((await refused('enrolInSession', { sessionId, beneficiaryId: personId })).code).toBe('ALREADY_ENROLLED');
  const late = await person('Trop', 'Tard');
  expect((await refused('enrolInSession', { sessionId, beneficiaryId: late })).code).toBe('SESSION_FULL');
});

it('lets the first of two people win who edit one record, and tells the second', async () => {
  const { data } = await ask(MANAGER, `{ beneficiary(id: "${personId}") { version } }`);
  const { version } = data?.['beneficiary'] as { version: number };
  const edit = (familyName: string) => ({
    id: personId,
    familyName,
    noPhone: true,
    noEmail: true,
    expectedVersion: version,
  });
  await command(MANAGER, 'changeContact', edit('Première'));
  expect((await refused('changeContact', edit('Seconde'))).code).toBe('CHANGED_MEANWHILE');
});

it('gives the first answer again for the same key, and refuses the key for another request', async () => {
  const query = 'mutation ($input: RecordDropInInput!) { recordDropIn(input: $input) { id } }';
  const key = randomUUID();
  const input = { minutes: 15, themes: ['BROWSING'] };
  const first = await ask(MANAGER, query, { input }, key);
  expect(first.errors).toBeUndefined();
  expect(await ask(MANAGER, query, { input }, key)).toEqual(first);
  const other = await ask(MANAGER, query, { input: { ...input, minutes: 30 } }, key);
  expect(refusalIn(other).code).toBe('IDEMPOTENCY_KEY_REUSED');
});

it('says of a file that is no table what it is, and reads one in Latin-1', async () => {
  const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  expect(
    (await refused('importPlaces', { fileId: await sent('lieux.csv', picture), source: 'Refus', dryRun: true })).code,
  ).toBe('NOT_A_TABLE');
  const latin1 = Buffer.from(
    'id;nom;commune;code_postal;adresse\nrefus-1;Médiathèque;Bègles;33130;1 rue Haute\n',
    'latin1',
  );
  const fileId = await sent('lieux.csv', latin1);
  const { data, errors } = await ask(MANAGER, `{ importFile(input: { fileId: "${fileId}" }) { encoding rows } }`);
  expect({ data, errors }).toEqual({ data: { importFile: { encoding: 'Windows-1252', rows: 1 } }, errors: undefined });
});

it('reads no body of 50 MB, and says how much it reads', async () => {
  const response = await fetch(`${network()}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenOf(MANAGER)}` },
    body: JSON.stringify({ query: '{ __typename }', variables: { text: 'x'.repeat(50_000_000) } }),
  });
  expect(response.status).toBeLessThan(500);
  expect(refusalIn((await response.json()) as Answer).code).toBe('BODY_TOO_LARGE');
});

it('leaves nothing behind of what it refused', async () => {
  const before = await ask(MANAGER, '{ beneficiaries(text: "Refusée", first: 50) { items { id } } }');
  const sold = await sale(personId);
  expect(sold).toBeTruthy();
  await refused('enrolBeneficiary', somebody({ birthYear: 1870 }));
  expect(await ask(MANAGER, '{ beneficiaries(text: "Refusée", first: 50) { items { id } } }')).toEqual(before);
});

async function sent(name: string, bytes: Uint8Array<ArrayBuffer> | Buffer<ArrayBuffer>): Promise<string> {
  const body = new FormData();
  body.append('file', new Blob([bytes], { type: 'text/csv' }), name);
  const response = await fetch(`${network()}/files`, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${await tokenOf(MANAGER)}` },
  });
  return String(((await response.json()) as { fileId?: string }).fileId);
}
