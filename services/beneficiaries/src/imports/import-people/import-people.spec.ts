import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import writeWorkbook from 'write-excel-file/node';
import { type Persona, personas, startForTest, type TestService, uploadAs } from '#testing';
import { given } from '../../../test/given.js';
import { BeneficiariesModule } from '../../beneficiaries.module.js';
import { CarryOutImports } from '../carry-out-imports/carry-out-imports.js';

let service: TestService;
beforeAll(async () => {
  process.env['FILES_DIR'] = mkdtempSync(join(tmpdir(), 'passerelle-test-'));
  service = await startForTest(BeneficiariesModule);
  await given.branches(service);
});
afterAll(() => service.stop());

const { managerOfBordeaux } = personas;
const REPORT = `state rowCount enrolled known refused
  rows(first: 100) { items { row outcome beneficiaryId notes { field code } } }`;
const HEADER = 'Prénom;Nom;Date de naissance;Genre;Ville;Code postal;Téléphone;Courriel';

interface Report {
  id: string;
  state: string;
  rowCount: number;
  enrolled: number;
  known: number;
  refused: number;
  rows: { items: { row: number; outcome: string; beneficiaryId: string | null; notes: { code: string }[] }[] };
}

let source: string;
let family: string;
beforeEach(() => {
  source = `liste ${randomUUID()}`;
  family = `Liste${randomUUID().replace(/[^a-f]/g, '')}`;
});

async function importing(file: string | Buffer, input: object = {}, who: Persona = managerOfBordeaux) {
  const { fileId } = await uploadAs(service, who, file);
  return service.as(who).command('importPeople', { fileId, source, privacyNoticeReadOn: '2026-11-20', ...input }, 'id');
}
const carryOut = () => service.app.get(CarryOutImports).execute();

async function reported(id: string): Promise<Report> {
  const { data } = await service
    .as(managerOfBordeaux)
    .query(`query ($id: UUID!) { peopleImport(id: $id) { id ${REPORT} } }`, { id });
  return data?.['peopleImport'] as Report;
}

async function imported(file: string | Buffer, input: object = {}): Promise<Report> {
  const reply = await importing(file, input);
  expect(reply.errors).toBeUndefined();
  await carryOut();
  return reported((reply.data?.['importPeople'] as Report).id);
}

const counts = ({ enrolled, known, refused }: Report) => [enrolled, known, refused];
const told = ({ rows }: Report) => rows.items.map(({ outcome, notes }) => [outcome, ...notes.map(({ code }) => code)]);
const enrolments = async () =>
  (await service.published()).filter(({ type }) => type === 'beneficiaries.beneficiary-enrolled').length;

it('enrols a list by the rules of the form, and says of each row that it refuses all that is wrong', async () => {
  const report = await imported(
    [
      HEADER,
      `Odile;${family};12/03/1984;F;Bordeaux;33000;612345678;O@exemple.fr`,
      `Marc;${family};1990;homme;st denis;;;`,
      `Zoé;${family};84;demoiselle;Bordeaux;33000;12;`,
      `;;1970;F;;;;`,
      `Odile;${family};1984;Mme;Bordeaux;33000;06 12 34 56 78;o@exemple.fr`,
    ].join('\n'),
  );
  expect(report).toMatchObject({ state: 'DONE', rowCount: 5 });
  expect(told(report)).toEqual([
    ['ENROLLED'],
    ['REFUSED', 'COMMUNE_NOT_ONE'],
    ['REFUSED', 'YEAR_NOT_READ', 'WORD_NOT_KNOWN'],
    ['REFUSED', 'NAME_REQUIRED'],
    ['KNOWN', 'SAME_AS_ROW'],
  ]);
  const id = report.rows.items[0]?.beneficiaryId;
  const person = await service
    .as(managerOfBordeaux)
    .query(
      `query ($id: UUID!) { beneficiary(id: $id) { phone birthYear gender commune { code } privacyNoticeReadOn } }`,
      {
        id,
      },
    );
  expect(person.data).toEqual({
    beneficiary: {
      phone: '+33612345678',
      birthYear: 1984,
      gender: 'FEMALE',
      commune: { code: '33063' },
      privacyNoticeReadOn: '2026-11-20',
    },
  });
});

it('enrols nobody on a dry run, and afterwards exactly whom it told', async () => {
  const list = `${HEADER}\nOdile;${family};1984;F;;;;\nOdile;${family};1984;F;;;;\nMarc;${family};12;H;;;;`;
  const before = await enrolments();
  expect(counts(await imported(list, { dryRun: true }))).toEqual([1, 1, 1]);
  expect(await enrolments()).toBe(before);
  expect(counts(await imported(list))).toEqual([1, 1, 1]);
  expect(await enrolments()).toBe(before + 1);
});

it('enrols nobody of the same list again, nor whom the branch had enrolled by hand', async () => {
  await given.beneficiary(service, { givenName: 'Odile', familyName: family, birthYear: 1984 });
  const list = `Prénom;Nom;Naissance\nodile;${family.toUpperCase()};1984\nSans;${family};\nSans année;${family};`;
  expect(counts(await imported(list))).toEqual([2, 1, 0]);
  expect(counts(await imported(list))).toEqual([0, 3, 0]);
});

it('takes a namesake with another address for another person', async () => {
  await given.beneficiary(service, { givenName: 'Odile', familyName: family, birthYear: 1984, phone: '0612345678' });
  expect(counts(await imported(`Prénom;Nom;Naissance;Tel\nOdile;${family};1984;0687654321`))).toEqual([1, 0, 0]);
});

it('answers a request that was sent twice alike, also once its file is gone', async () => {
  const { fileId } = await uploadAs(service, managerOfBordeaux, `Prénom;Nom\nOdile;${family}`);
  const input = { fileId, source, privacyNoticeReadOn: '2026-11-20' };
  const headers = { 'idempotency-key': 'made-when-the-dry-run-was-seen' };
  const send = () => service.as(managerOfBordeaux).command('importPeople', input, 'id', headers);
  const first = await send();
  expect(first.errors).toBeUndefined();
  service.clock.set('2026-11-27T09:00:00.000Z');
  expect(await send()).toEqual(first);
  service.clock.set('2026-11-26T08:00:00.000Z');
  expect(await carryOut()).toBe(1);
});

it('goes on where it was stopped, and counts every row once', async () => {
  const rows = Array.from({ length: 450 }, (_, at) => `${at + 1};Odile;${family};${1940 + (at % 60)}`);
  const before = await enrolments();
  const reply = await importing(['N°;Prénom;Nom;Naissance', ...rows].join('\n'));
  const { id } = reply.data?.['importPeople'] as Report;
  await service.app.get(CarryOutImports).step();
  expect(await reported(id)).toMatchObject({ state: 'RUNNING', enrolled: 200 });
  await Promise.all([carryOut(), carryOut()]);
  expect(await reported(id)).toMatchObject({ state: 'DONE', enrolled: 450, known: 0, refused: 0 });
  expect(await enrolments()).toBe(before + 450);
});

it('reads a workbook as it reads a CSV', async () => {
  const workbook = await writeWorkbook(
    [
      ['Prénom', 'Nom', 'Date de naissance', 'Téléphone'],
      ['Odile', family, new Date('1984-03-12T00:00:00Z'), 612345678],
    ],
    { dateFormat: 'dd/mm/yyyy' },
  ).toBuffer();
  const report = await imported(workbook);
  expect(told(report)).toEqual([['ENROLLED']]);
  const person = await service
    .as(managerOfBordeaux)
    .query('query ($id: UUID!) { beneficiary(id: $id) { birthYear phone } }', {
      id: report.rows.items[0]?.beneficiaryId,
    });
  expect(person.data).toEqual({ beneficiary: { birthYear: 1984, phone: '+33612345678' } });
});

it('keeps nothing of what a row said once it is through, and nothing of a person who is erased', async () => {
  const report = await imported(`Prénom;Nom;Naissance\nCanarine;${family};1984\nCanarine;${family};19`);
  const kept = () =>
    service.tables((tx) =>
      tx.query(
        `SELECT (SELECT count(*)::int FROM people_import_row WHERE import_id = $1 AND (cells IS NOT NULL OR key IS NOT NULL)) AS cells,
                (SELECT count(*)::int FROM people_import_row WHERE import_id = $1 AND beneficiary_id IS NOT NULL) AS people,
                (SELECT count(*)::int FROM imported_person WHERE beneficiary_id = $2) AS keys`,
        [report.id, id],
      ),
    );
  const id = report.rows.items[0]?.beneficiaryId;
  expect(await kept()).toEqual([{ cells: 0, people: 1, keys: 1 }]);
  const erased = await service
    .as(managerOfBordeaux)
    .command('eraseBeneficiary', { id, expectedVersion: 1, ground: 'ASKED_BY_PERSON', confirmation: 'EFFACER' }, 'id');
  expect(erased.errors).toBeUndefined();
  expect(await kept()).toEqual([{ cells: 0, people: 0, keys: 0 }]);
});

it.each([
  ['LIST_WITHOUT_NAMES', 'Téléphone;Naissance\n0612345678;1984', {}],
  ['FIELD_READ_TWICE', 'Prénom;Nom;A\nO;V;W', { mapping: [{ column: 'A', field: 'FAMILY_NAME' }] }],
  ['PRIVACY_NOTICE_REQUIRED', 'Prénom;Nom\nO;V', { privacyNoticeReadOn: null }],
  ['PRIVACY_NOTICE_REQUIRED', 'Prénom;Nom\nO;V', { privacyNoticeReadOn: '2027-01-01' }],
  ['NOT_A_TABLE', 'PK\u0003\u0004 and no workbook', {}],
  ['FORBIDDEN', 'Prénom;Nom\nO;V', { branch: 'LI' }],
])('is refused with %s', async (code, file, input) => {
  expect(await importing(file, input)).toBeRefused(code);
});

it('reads nobody else’s file, and takes none from a helper', async () => {
  const { fileId } = await uploadAs(service, managerOfBordeaux, 'Prénom;Nom\nO;V');
  const theirs = { fileId, source, privacyNoticeReadOn: '2026-11-20' };
  expect(await service.as(personas.managerOfLille).command('importPeople', theirs)).toBeRefused('FILE_GONE');
  expect((await uploadAs(service, personas.helperOfBordeaux, 'Prénom;Nom')).errors?.[0]?.message).toBe('FORBIDDEN');
});
