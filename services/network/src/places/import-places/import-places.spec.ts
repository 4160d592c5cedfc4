import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { type Persona, personas, startForTest, type TestService, uploadAs } from '#testing';
import { NetworkModule } from '../../network.module.js';

let network: TestService;
beforeAll(async () => {
  process.env['FILES_DIR'] = mkdtempSync(join(tmpdir(), 'passerelle-test-'));
  network = await startForTest(NetworkModule);
  for (const [code, communeCode] of [
    ['BX', '33063'],
    ['LI', '59350'],
  ])
    await network
      .as(personas.coordinator)
      .command(
        'openBranch',
        { code, city: code, communeCode, latitude: 44, longitude: 0, openedOn: '2020-01-01' },
        'code',
      );
});
afterAll(() => network.stop());

const REPORT = `id format encoding delimiter accepted corrected refused unchanged repairs { fr } columns { column field }
  rows(first: 100) { items { row name outcome placeId notes { field found kept fr en } } endCursor }`;

interface Report {
  id: string;
  accepted: number;
  corrected: number;
  refused: number;
  unchanged: number;
  encoding: string;
  repairs: { fr: string }[];
  columns: { column: string; field: string | null }[];
  rows: {
    items: { row: number; name: string; outcome: string; notes: { field: string; kept: string; fr: string }[] }[];
  };
}

let source: string;
beforeEach(() => {
  source = `source-${randomUUID()}`;
});

async function importing(file: string | Buffer, input: object = {}, who: Persona = personas.managerOfBordeaux) {
  const { fileId } = await uploadAs(network, who, file);
  return network.as(who).command('importPlaces', { fileId, source, ...input }, REPORT);
}

async function imported(file: string | Buffer, input: object = {}, who?: Persona): Promise<Report> {
  const reply = await importing(file, input, who);
  expect(reply.errors).toBeUndefined();
  return reply.data?.['importPlaces'] as Report;
}

const counts = ({ accepted, corrected, refused, unchanged }: Report) => [accepted, corrected, refused, unchanged];
const HEADER = 'id,pivot,nom,commune,code_postal,adresse,source,date_maj,services';
const row = (id: string, more: Partial<{ pivot: string; name: string; day: string; of: string }> = {}) =>
  `${id},${more.pivot ?? '43493312300029'},${more.name ?? 'Médiathèque'},Bordeaux,33000,1 rue Haute,${more.of ?? source},${more.day ?? '2024-04-02'},Utilisation sécurisée du numérique`;

it('takes each row, announces each new place without a word of text, and finds nothing to do the second time', async () => {
  const file = [HEADER, row('1'), row('2', { pivot: '00000000000000' }), row('3', { name: '' })].join('\n');
  const before = (await network.published()).length;
  const first = await imported(file);
  expect(counts(first)).toEqual([1, 1, 1, 0]);
  expect(first.rows.items.map((item) => item.outcome)).toEqual(['ACCEPTED', 'CORRECTED', 'REFUSED']);
  expect(first.rows.items[1]?.notes).toMatchObject([{ field: 'pivot', found: '00000000000000', kept: '' }]);
  expect(first.rows.items[2]?.notes).toMatchObject([{ field: 'nom', fr: 'Ce champ est obligatoire.' }]);
  const events = (await network.published()).slice(before);
  expect(events).toHaveLength(2);
  expect(events[0]).toMatchObject({
    type: 'network.place-registered',
    branch: 'BX',
    data: { after: { branch: 'BX', communeCode: '33063', usable: true } },
  });
  expect(JSON.stringify(events)).not.toContain('Médiathèque');
  const second = await imported(file);
  expect(counts(second)).toEqual([0, 0, 1, 2]);
  expect((await network.published()).length).toBe(before + 2);
});

it('keeps out a row with a number that nobody may keep here, and repeats it nowhere', async () => {
  const nir = '1 85 05 78 006 084 91';
  const file = [
    `${HEADER},presentation_detail`,
    `${row('1')},Demander Paul (${nir})`,
    `${row('2', { name: `Accueil mdp: tournesol` })},`,
    `${row('3')},Ouvert à tous`,
  ].join('\n');
  const report = await imported(file);
  expect(counts(report)).toEqual([1, 0, 2, 0]);
  expect(report.rows.items[0]).toMatchObject({
    name: null,
    outcome: 'REFUSED',
    notes: [{ field: 'presentation_detail', found: '', kept: '' }],
  });
  expect(report.rows.items[0]?.notes[0]?.fr).toContain('un numéro de sécurité sociale');
  const kept = await network.tables((tx) => tx.query('SELECT name, notes FROM import_row'));
  expect(JSON.stringify(kept)).not.toMatch(/006 084|tournesol/);
});

it('tells what would happen on a dry run and changes nothing', async () => {
  const places = () => network.tables((tx) => tx.query('SELECT count(*) FROM place'));
  const before = await places();
  const report = await imported([HEADER, row('1')].join('\n'), { dryRun: true });
  expect(counts(report)).toEqual([1, 0, 0, 0]);
  expect(await places()).toEqual(before);
});

it('revises a place that changed, and keeps a record that is more recent here', async () => {
  await imported([HEADER, row('1')].join('\n'));
  const newer = await imported([HEADER, row('1', { name: 'Médiathèque Centre', day: '2024-05-01' })].join('\n'));
  expect(counts(newer)).toEqual([1, 0, 0, 0]);
  const older = await imported([HEADER, row('1')].join('\n'));
  expect(older.rows.items[0]).toMatchObject({ outcome: 'REFUSED', notes: [{ field: 'date_maj' }] });
});

it('refuses the second row of the same identifier and says which was first', async () => {
  const report = await imported([HEADER, row('1'), row('1', { name: 'Autre' })].join('\n'));
  expect(report.rows.items[1]).toMatchObject({
    outcome: 'REFUSED',
    notes: [{ field: 'id', fr: 'Même identifiant qu’à la ligne 1.' }],
  });
});

it('refuses to change a place that another branch keeps', async () => {
  await imported([HEADER, row('1')].join('\n'));
  const changed = [HEADER, row('1', { name: 'À nous' })].join('\n');
  const report = await imported(changed, {}, personas.managerOfLille);
  expect(report.rows.items[0]).toMatchObject({
    outcome: 'REFUSED',
    notes: [{ fr: 'Ce lieu est tenu par l’antenne BX.' }],
  });
});

it('reads semicolons and Latin-1, and says so', async () => {
  const file = Buffer.from([HEADER, row('1')].join('\r\n').replaceAll(',', ';'), 'latin1');
  const report = await imported(file);
  expect(report.encoding).toBe('Windows-1252');
  expect(report.repairs).toHaveLength(2);
  expect(report.rows.items[0]).toMatchObject({ name: 'Médiathèque', outcome: 'ACCEPTED' });
});

it('reads a JSON list in the names of the older standard', async () => {
  const place = {
    id: '1',
    pivot: '00000000000000',
    nom: 'Accueil',
    commune: 'Martigues',
    code_postal: '13500',
    adresse: 'Quai',
    date_maj: '2023-05-11',
    courriel: 'accueil@exemple.fr',
    labels_nationaux: 'CNFS;France Services',
    latitude: 43.4,
    longitude: 5.05,
  };
  const report = await imported(JSON.stringify([place, 'pas un objet']));
  expect(report.columns).toContainEqual({ column: 'courriel', field: 'courriels' });
  expect(counts(report)).toEqual([0, 1, 1, 0]);
  expect(report.rows.items[0]?.notes.map((note) => note.field)).toEqual([
    'pivot',
    'dispositif_programmes_nationaux',
    'source',
  ]);
});

it('reads foreign columns as it is told', async () => {
  const file = `numero,pivot,Lieu,commune,code_postal,adresse,date_maj\n7,43493312300029,Chez nous,Lille,59000,1 rue,2024-01-01`;
  const mapping = [
    { column: 'numero', field: 'id' },
    { column: 'Lieu', field: 'nom' },
  ];
  expect(counts(await imported(file))).toEqual([0, 0, 1, 0]);
  expect(counts(await imported(file, { mapping }))).toEqual([0, 1, 0, 0]);
  // The mapping is kept with the source.
  expect(counts(await imported(file))).toEqual([0, 0, 0, 1]);
  expect(await importing(file, { mapping: [{ column: 'Lieu', field: 'prix' }] })).toBeRefused(
    'UNKNOWN_FIELD_IN_MAPPING',
    'input.mapping',
  );
});

it.each([
  ['an Excel workbook', Buffer.from('504b030414000600', 'hex')],
  ['an empty file', Buffer.alloc(0)],
  ['plain text', Buffer.from('Bonjour à tous')],
  ['a page', Buffer.from('<!doctype html><p>a,b</p>')],
  ['a JSON object', Buffer.from('{"id": 1}')],
  ['broken JSON', Buffer.from('[{"id": 1}')],
  ['an unclosed quote', Buffer.from('id,nom\n1,"a\n2,b')],
])('refuses %s as no table', async (_what, file) => {
  expect(await importing(file)).toBeRefused('NOT_A_TABLE', 'input.fileId');
});

it('refuses somebody else’s file, an unknown one, and one older than a day', async () => {
  const { fileId = '' } = await uploadAs(network, personas.managerOfBordeaux, HEADER);
  const use = (who: Persona, id: string) => network.as(who).command('importPlaces', { fileId: id, source });
  expect(await use(personas.managerOfLille, fileId)).toBeRefused('FILE_GONE', 'input.fileId');
  expect(await use(personas.managerOfBordeaux, randomUUID())).toBeRefused('FILE_GONE', 'input.fileId');
  network.clock.set('2026-11-27T08:00:00.000Z');
  expect(await use(personas.managerOfBordeaux, fileId)).toBeRefused('FILE_GONE', 'input.fileId');
});

it('refuses a file of more than ten megabytes, a form without a file, and a helper', async () => {
  const large = await uploadAs(network, personas.managerOfBordeaux, Buffer.alloc(10 * 1024 * 1024 + 1, 65));
  expect(large.errors?.[0]?.message).toBe('FILE_TOO_LARGE');
  expect((await uploadAs(network, personas.managerOfBordeaux, undefined)).errors?.[0]?.message).toBe('NO_FILE');
  expect((await uploadAs(network, personas.helperOfBordeaux, HEADER)).errors?.[0]?.message).toBe('FORBIDDEN');
});

it('shows a report to its branch only', async () => {
  const { id } = await imported([HEADER, row('1')].join('\n'));
  const show = (who: Persona) =>
    network.as(who).query('query ($id: UUID!) { importRun(id: $id) { accepted } }', { id });
  expect((await show(personas.managerOfBordeaux)).data).toEqual({ importRun: { accepted: 1 } });
  expect(await show(personas.managerOfLille)).toBeRefused('NOT_FOUND', 'id');
});
