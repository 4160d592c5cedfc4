import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { givenIn } from '../../../test/given.js';
import { EquipmentModule } from '../../equipment.module.js';

let equipment: TestService;
let given: ReturnType<typeof givenIn>;
beforeAll(async () => {
  equipment = await startForTest(EquipmentModule);
  given = givenIn(equipment);
  await given.branches();
});
afterAll(() => equipment.stop());

const HEADER = 'serial;type;ram_gb;storage_gb;storage_kind;cpu_mark;erasure_method;erasure_proof';
const laptop = (serial: string, change: Record<string, string> = {}) =>
  Object.values({
    serial,
    type: 'COMPUTER',
    ram: '8',
    storage: '256',
    kind: 'SSD',
    cpu: '4200',
    how: 'OVERWRITTEN',
    proof: 'R1',
    ...change,
  }).join(';');
interface Run {
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
  rows: { row: number; tag: string | null; outcome: string; code: string | null }[];
}
const send = (content: string, input: Record<string, unknown> = {}) =>
  equipment
    .as(personas.helperOfBordeaux)
    .command(
      'auditDevices',
      { content, dryRun: false, ...input },
      'created updated unchanged refused rows { row outcome tag grade column code }',
    );
const audit = async (content: string, input: Record<string, unknown> = {}) => {
  const reply = await send(content, input);
  expect(reply.errors).toBeUndefined();
  return reply.data?.['auditDevices'] as Run;
};
const devices = () => equipment.tables((tx) => tx.query('SELECT tag FROM device')) as Promise<unknown[]>;

it('brings devices in, grades them by the rule with its lines, and notes the erasure', async () => {
  const run = await audit([HEADER, laptop('SN-1')].join('\n'));
  expect(run).toMatchObject({ created: 1, refused: 0, rows: [{ row: 1, outcome: 'CREATED', grade: 'A' }] });
  const { data } = await equipment
    .as(personas.helperOfBordeaux)
    .query(
      'query ($tag: String!) { deviceByTag(tag: $tag) { device { serial gradeRule gradeLines { factor points } dataErasure dataErasureProof } } }',
      { tag: run.rows[0]?.tag },
    );
  expect(data).toMatchObject({
    deviceByTag: {
      device: {
        serial: 'SN-1',
        gradeRule: 'v1',
        gradeLines: [
          { factor: 'RAM', points: 3 },
          { factor: 'STORAGE', points: 3 },
          { factor: 'CPU', points: 2 },
        ],
        dataErasure: 'OVERWRITTEN',
        dataErasureProof: 'R1',
      },
    },
  });
});

it('changes nothing when the same file comes again, and updates what a later one says differently', async () => {
  const file = [HEADER, laptop('SN-2')].join('\n');
  await audit(file);
  const before = await equipment.published();
  expect(await audit(file)).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
  expect(await equipment.published()).toEqual(before);
  const again = await audit([HEADER, laptop('SN-2', { ram: '4', cpu: '2200', storage: '128' })].join('\n'));
  expect(again).toMatchObject({ updated: 1, rows: [{ grade: 'C' }] });
  expect((await equipment.published()).at(-1)?.data).toMatchObject({
    cause: 'GRADE',
    before: { grade: 'A' },
    after: { grade: 'C' },
  });
});

it('writes nothing in a dry run, which tells what the real one then does', async () => {
  const file = [HEADER, laptop('SN-3'), laptop('SN-4', { ram: '0' })].join('\n');
  const before = { devices: await devices(), events: await equipment.published() };
  const dry = await audit(file, { dryRun: true });
  expect({ devices: await devices(), events: await equipment.published() }).toEqual(before);
  expect(await audit(file)).toEqual(dry);
});

it('takes a long file in pieces, but for the three rows that are wrong, each refused at its column', async () => {
  const wrong: Record<number, string> = {
    117: laptop('W-1', { ram: 'beaucoup' }),
    250: laptop('', {}),
    399: laptop('W-3', { kind: 'BANDE' }),
  };
  const rows = Array.from({ length: 400 }, (_, index) => wrong[index] ?? laptop(`L-${index}`));
  const runs = [
    await audit([HEADER, ...rows.slice(0, 200)].join('\n')),
    await audit([HEADER, ...rows.slice(200)].join('\n'), { firstRow: 201 }),
  ];
  expect(runs.reduce((sum, run) => sum + run.created, 0)).toBe(397);
  expect(runs.flatMap((run) => run.rows.filter(({ outcome }) => outcome === 'REFUSED'))).toMatchObject([
    { row: 118, column: 'ram_gb', code: 'AUDIT_VALUE' },
    { row: 251, column: null, code: 'AUDIT_ROW_NAMELESS' },
    { row: 400, column: 'storage_kind', code: 'AUDIT_VALUE' },
  ]);
});

it('refuses alone a row whose note holds a number that nobody may keep, however the file spells it', async () => {
  const spelt = '1 85 05 78 006 084 91'.replaceAll('8', '\\u0038');
  const run = await audit(`[{"serial":"N-1","type":"TABLET","notes":"${spelt}"},{"serial":"N-2","type":"TABLET"}]`);
  expect(run).toMatchObject({ created: 1, refused: 1, rows: [{ column: 'notes', code: 'SENSITIVE_TEXT' }, {}] });
});

it('takes a JSON list, and refuses alone a row with an IMEI that the network knows', async () => {
  const phone = (serial: string) => ({ serial, type: 'SMARTPHONE', imei: '490154203237518', battery_percent: 81 });
  const run = await audit(JSON.stringify([phone('P-1'), phone('P-2'), { serial: 'P-3', type: 'TABLET' }]));
  expect(run.rows).toMatchObject([
    { outcome: 'CREATED' },
    { outcome: 'REFUSED', code: 'IMEI_TAKEN', column: 'imei' },
    { outcome: 'CREATED' },
  ]);
});

it('refuses a file with foreign columns and names them, one that is none, and one too long', async () => {
  const foreign = await send('serial,couleur,prix\nSN-9,bleu,10');
  expect(foreign).toBeRefused('AUDIT_COLUMNS', 'input.content');
  expect(foreign.errors?.[0]?.extensions['fr']).toContain('Colonnes inconnues : couleur, prix.');
  expect(await send('[{"serial": ')).toBeRefused('AUDIT_UNREADABLE', 'input.content');
  expect(await send([HEADER, ...Array.from({ length: 501 }, () => laptop('X'))].join('\n'))).toBeRefused(
    'AUDIT_TOO_LONG',
  );
  expect(await send(HEADER)).toBeRefused('AUDIT_TOO_LONG');
});

it('changes neither a sold device nor another branch’s', async () => {
  await given.tariff();
  const { tag } = await given.readyDevice();
  await given.sale({ lines: [{ tag }], payments: [{ kind: 'CASH', cents: 7_000 }] });
  const lille = await given.device({ tag: 'LIPC26-0007', type: null }, equipment.as(personas.managerOfLille));
  const run = await audit(`tag,ram_gb\n${tag},16\n${lille.tag},16`);
  expect(run.rows).toMatchObject([{ code: 'GRADE_NOT_ALLOWED' }, { code: 'TAG_TAKEN' }]);
});
