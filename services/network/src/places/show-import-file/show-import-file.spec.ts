import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Persona, personas, startForTest, type TestService, uploadAs } from '#testing';
import { NetworkModule } from '../../network.module.js';

let network: TestService;
beforeAll(async () => {
  process.env['FILES_DIR'] = mkdtempSync(join(tmpdir(), 'passerelle-test-'));
  network = await startForTest(NetworkModule);
});
afterAll(() => network.stop());

const coordinator = () => network.as(personas.coordinator);
const FIELDS = 'format encoding delimiter rows repairs { fr } columns { column field sample filled }';

async function recognised(file: string | Buffer, source?: string, who: Persona = personas.coordinator) {
  const { fileId } = await uploadAs(network, personas.coordinator, file);
  return network.as(who).query(`query ($input: ImportFileInput!) { importFile(input: $input) { ${FIELDS} } }`, {
    input: { fileId, source },
  });
}

it('tells what a file is, what each column would be read as, and an example of what it holds', async () => {
  const reply = await recognised('id;courriel;Bâtiment\n1;;\n2;a@exemple.fr;\n3;b@exemple.fr;\n');
  expect(reply.data?.['importFile']).toEqual({
    format: 'CSV',
    encoding: 'UTF-8',
    delimiter: ';',
    rows: 3,
    repairs: [{ fr: 'Colonnes séparées par des points-virgules : lues ainsi.' }],
    columns: [
      { column: 'id', field: 'id', sample: '1', filled: 3 },
      { column: 'courriel', field: 'courriels', sample: 'a@exemple.fr', filled: 2 },
      { column: 'Bâtiment', field: null, sample: '', filled: 0 },
    ],
  });
});

it('keeps two columns of one name apart, and gives a nameless one its number', async () => {
  const reply = await recognised('nom,telephone,telephone,\nIci,1,2,x\n');
  const { columns } = reply.data?.['importFile'] as { columns: object[] };
  expect(columns).toEqual([
    { column: 'nom', field: 'nom', sample: 'Ici', filled: 1 },
    { column: 'telephone', field: 'telephone', sample: '1', filled: 1 },
    { column: 'telephone (2)', field: null, sample: '2', filled: 1 },
    { column: '#4', field: null, sample: 'x', filled: 1 },
  ]);
});

it('reads the columns of a known source as the last time, those left out too', async () => {
  const source = `source-${randomUUID()}`;
  const file = 'numero,nom,horaires\n1,Ici,Mo 09:00-12:00\n';
  const { fileId } = await uploadAs(network, personas.coordinator, file);
  const mapping = [
    { column: 'numero', field: 'id' },
    { column: 'horaires', field: null },
  ];
  await coordinator().command('importPlaces', { fileId, source, mapping, dryRun: true });
  const fieldsOf = async (of?: string) => {
    const reply = await recognised(file, of);
    return (reply.data?.['importFile'] as { columns: { field: string | null }[] }).columns.map(({ field }) => field);
  };
  expect(await fieldsOf(` ${source} `)).toEqual(['id', 'nom', null]);
  expect(await fieldsOf()).toEqual([null, 'nom', 'horaires']);
});

it('refuses what is no table, somebody else’s file, and whoever may not import', async () => {
  expect(await recognised(Buffer.from('%PDF-1.7'))).toBeRefused('NOT_A_TABLE', 'input.fileId');
  expect(await recognised('a,b\n1,2', undefined, personas.managerOfLille)).toBeRefused('FILE_GONE', 'input.fileId');
  expect(await recognised('a,b\n1,2', undefined, personas.auditor)).toBeRefused('FORBIDDEN');
});

it('changes nothing', async () => {
  const runs = () => network.tables((tx) => tx.query('SELECT count(*) FROM import_run'));
  const before = await runs();
  await recognised('id,nom\n1,Ici');
  expect(await runs()).toEqual(before);
});
