import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { type Persona, personas, startForTest, type TestService, uploadAs } from '#testing';
import { NetworkModule } from '../../network.module.js';

let network: TestService;
let fileId: string;
let id: string;
beforeAll(async () => {
  process.env['FILES_DIR'] = mkdtempSync(join(tmpdir(), 'passerelle-test-'));
  network = await startForTest(NetworkModule);
  const bordeaux = { code: 'BX', city: 'Bordeaux', communeCode: '33063', latitude: 44.84, longitude: -0.58 };
  await network.as(personas.coordinator).command('openBranch', { ...bordeaux, openedOn: '2020-01-01' }, 'code');
  fileId = (await uploadAs(network, personas.managerOfBordeaux, FILE)).fileId ?? '';
  id = await ran({ dryRun: true });
});
afterAll(() => network.stop());

const FILE = `id,pivot,nom,commune,code_postal,adresse,source,date_maj
1,43493312300029,Ici,Bordeaux,33000,1 rue,S,2024-04-02
2,43493312300029,=cmd(),Bordeaux,33 000,2 rue,S,02/04/2024
3,43493312300029,Là-bas,Bordeaux,33,3 rue,S,2024-04-02`;

async function ran(input: object): Promise<string> {
  const reply = await network.as(personas.managerOfBordeaux).command('importPlaces', { fileId, source: 'S', ...input });
  expect(reply.errors).toBeUndefined();
  return (reply.data?.['importPlaces'] as { id: string }).id;
}

const show = (fields: string, who: Persona = personas.managerOfBordeaux) =>
  network.as(who).query(`query ($id: UUID!) { importRun(id: $id) { ${fields} } }`, { id });

it('names its file and its branch, so that a dry run can be carried out as it stands', async () => {
  expect((await show('fileId dryRun branch { code }')).data).toEqual({
    importRun: { fileId, dryRun: true, branch: { code: 'BX' } },
  });
});

it('lists the rows of one outcome, in the order of the file', async () => {
  const reply = await show('rows(outcome: CORRECTED) { items { row notes { field found kept } } endCursor }');
  expect(reply.data).toEqual({
    importRun: {
      rows: {
        items: [
          {
            row: 2,
            notes: [
              { field: 'code_postal', found: '33 000', kept: '33000' },
              { field: 'date_maj', found: '02/04/2024', kept: '2024-04-02' },
            ],
          },
        ],
        endCursor: null,
      },
    },
  });
});

it('writes a report that leaves out no row, in either language, and that no spreadsheet runs', async () => {
  const reply = await show(
    'fr: report { name content rows } en: report(english: true, outcome: REFUSED) { content rows }',
  );
  const { fr, en } = reply.data?.['importRun'] as Record<'fr' | 'en', { content: string; rows: number; name: string }>;
  expect(fr.rows).toBe(3);
  expect(fr.name).toMatch(/^import-2026-11-26-[0-9a-f]{6}\.csv$/);
  const lines: string[][] = parse(fr.content, { bom: true, delimiter: ';' });
  expect(lines.map((line) => line.slice(0, 4))).toEqual([
    ['ligne', 'nom', 'résultat', 'champ'],
    ['1', 'Ici', 'acceptée', ''],
    ['2', "'=cmd()", 'corrigée', 'code_postal'],
    ['2', "'=cmd()", 'corrigée', 'date_maj'],
    ['3', 'Là-bas', 'refusée', 'code_postal'],
  ]);
  expect(parse(en.content, { bom: true, delimiter: ';' })).toEqual([
    ['row', 'name', 'outcome', 'field', 'found', 'kept', 'reason'],
    ['3', 'Là-bas', 'refused', 'code_postal', '33', '', 'The postcode has 5 digits.'],
  ]);
});

it('lists imports, the latest first, to those who may import in that branch', async () => {
  const second = await ran({ dryRun: false });
  const list = async (who: Persona, args = '') => {
    const reply = await network.as(who).query(`{ importRuns${args} { items { id } endCursor } }`);
    expect(reply.errors).toBeUndefined();
    return reply.data?.['importRuns'] as { items: { id: string }[]; endCursor: string | null };
  };
  const page = await list(personas.managerOfBordeaux, '(first: 1)');
  expect(page.items).toEqual([{ id: second }]);
  const rest = await list(personas.managerOfBordeaux, `(first: 1, after: "${page.endCursor}")`);
  expect(rest).toEqual({ items: [{ id }], endCursor: null });
  expect((await list(personas.managerOfLille)).items).toEqual([]);
  expect((await list(personas.coordinator)).items).toHaveLength(2);
  expect(await network.as(personas.auditor).query('{ importRuns { items { id } } }')).toBeRefused('FORBIDDEN');
});
