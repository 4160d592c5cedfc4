import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Persona, personas, startForTest, type TestService, wordsIn } from '#testing';
import { given } from '../../../test/given.js';
import { type GivenSession, seatsIn } from '../../../test/seats.js';
import { BeneficiariesModule } from '../../beneficiaries.module.js';

let service: TestService;
beforeAll(async () => {
  service = await startForTest(BeneficiariesModule, { now: '2026-11-26T08:00:00.000Z' });
  await given.branches(service);
});
afterAll(() => service.stop());

const ASK = `query ($of: [_Any!]!, $title: String, $place: String) { _entities(representations: $of) { ... on Session {
  attendanceSheet(title: $title, place: $place) { name mediaType base64 } } } }`;
const asked = ({ sessionId }: GivenSession, who: Persona, title = 'Premiers pas avec la messagerie') =>
  service
    .as(who)
    .query(ASK, { of: [{ __typename: 'Session', id: sessionId }], title, place: 'Centre social des Aubiers' });
const sheetOf = async (session: GivenSession, who: Persona) => {
  const { data, errors } = await asked(session, who);
  expect(errors).toBeUndefined();
  const [sheet] = data?.['_entities'] as { attendanceSheet: { name: string; mediaType: string; base64: string } }[];
  return { name: sheet?.attendanceSheet.name, words: wordsIn(sheet?.attendanceSheet.base64 ?? '') };
};

it('names who has a seat by alphabet, above free lines, and writes down whose name was printed', async () => {
  const seats = seatsIn(service);
  const session = await seats.session('2026-12-01T13:00:00.000Z');
  const people = [];
  for (const familyName of ['Zeller', 'Émery', 'Coste', 'Будко'])
    people.push(await given.beneficiary(service, { familyName, givenName: 'Ana' }));
  const [zeller = '', , coste = ''] = people;
  for (const person of people) await seats.enrol(person, session);
  const gone = await given.beneficiary(service, { familyName: 'Partie' });
  const [seat = ''] = await seats.enrol(gone, session);
  await seats.giveBack(gone, seat, session);
  // Somebody of Lille: their record is not Bordeaux's to read.
  const away = await given.beneficiary(service, { familyName: 'Delattre' }, personas.managerOfLille);
  await seats.enrol(away, session);
  const manager = personas.managerOfBordeaux;
  await service.as(manager).command('restrictBeneficiary', {
    ...{ id: coste, expectedVersion: 1, restrictionGround: 'ACCURACY_CONTESTED', reason: 'demande écrite' },
  });

  const { name, words } = await sheetOf(session, manager);
  expect(name).toBe('emargement-2026-12-01.pdf');
  for (const said of [
    'mardi 1 décembre 2026, de 14:00 à 16:00',
    'Centre social des Aubiers, Bordeaux',
    'la messagerie',
  ])
    expect(words).toContain(said);
  expect(words).not.toMatch(/PARTIE|DELATTRE/);
  // One is written in other letters, and has a line like those whose name the reader may not know.
  expect(words).toContain('1 2 COSTE Ana 3 ÉMERY Ana 4 ZELLER Ana 5 ');

  expect((await sheetOf(session, personas.helperOfBordeaux)).words).not.toContain('COSTE');
  const trail = 'query ($id: UUID!) { accessesToPerson(personId: $id) { items { purpose fields } } }';
  const { data } = await service.as(manager).query(trail, { id: zeller });
  expect(data?.['accessesToPerson']).toMatchObject({
    items: expect.arrayContaining([{ purpose: 'print-attendance-sheet', fields: ['familyName', 'givenName'] }]),
  });
});

it('is printed by the branch alone, and under a short title', async () => {
  const session = await seatsIn(service).session('2026-12-02T13:00:00.000Z');
  expect(await asked(session, personas.managerOfLille)).toBeRefused('NOT_FOUND', 'id');
  expect(await asked(session, personas.coordinator)).toBeRefused('FORBIDDEN');
  expect(await asked(session, personas.helperOfBordeaux, 'x'.repeat(201))).toBeRefused('TEXT_LENGTH', 'title');
});
