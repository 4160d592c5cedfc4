import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { personas, startForTest, type TestService, uploadAs } from '#testing';
import { NetworkModule } from '../../network.module.js';

/** A folder with real files of the standard; they are not part of this repository. */
const samples = process.env['PLACES_SAMPLES'];
const fileLike = (pattern: RegExp) => {
  const name = readdirSync(samples ?? '').find((candidate) => pattern.test(candidate));
  if (name === undefined) throw new Error(`PLACES_SAMPLES has no file like ${pattern}`);
  return readFileSync(join(samples ?? '', name));
};

(samples ? describe : describe.skip)('with real files (set PLACES_SAMPLES to a folder that has them)', () => {
  let network: TestService;
  beforeAll(async () => {
    process.env['FILES_DIR'] = mkdtempSync(join(tmpdir(), 'passerelle-test-'));
    network = await startForTest(NetworkModule);
  });
  afterAll(() => network.stop());

  async function imported(file: Buffer | string, source: string) {
    const { fileId } = await uploadAs(network, personas.coordinator, file);
    const input = { fileId, source };
    const fields = 'id accepted corrected refused unchanged';
    const startedAt = Date.now();
    const reply = await network.as(personas.coordinator).command('importPlaces', input, fields);
    expect(reply.errors).toBeUndefined();
    const run = reply.data?.['importPlaces'] as Record<string, number> & { id: string };
    process.stdout.write(`${source}: ${JSON.stringify(run)} ${Date.now() - startedAt} ms\n`);
    const rows: { outcome: string; notes: { field: string; found: string; kept: string; fr: string }[] }[] =
      await network.tables((tx) => tx.query('SELECT outcome, notes FROM import_row WHERE run_id = $1', [run.id]));
    return { run, rows, took: Date.now() - startedAt };
  }

  it.each([
    ['charente', /^charente.*\.json$/, 188],
    ['paca', /^paca.*\.json$/, 792],
  ])(
    'ends every row of %s, in under five seconds, and finds nothing to do the second time',
    async (source, pattern, count) => {
      const { run, rows, took } = await imported(fileLike(pattern), source);
      expect(rows).toHaveLength(count);
      expect((run['accepted'] ?? 0) + (run['corrected'] ?? 0) + (run['refused'] ?? 0)).toBe(count);
      expect(run['refused']).toBe(0);
      expect(rows.every((row) => (row.outcome === 'CORRECTED') === row.notes.length > 0)).toBe(true);
      expect(took).toBeLessThan(5_000);
      const again = await imported(fileLike(pattern), source);
      expect(again.run).toMatchObject({ accepted: 0, corrected: 0, refused: 0, unchanged: count });
    },
  );

  it.each([
    ['foreign columns', /^gironde-lieux.*\.json$/, 347],
    ['another trade’s columns', /^france-services.*\.csv$/, 2683],
  ])('refuses every row of %s with its reason, and loses none', async (source, pattern, count) => {
    const { run, rows } = await imported(fileLike(pattern), source);
    expect(run).toMatchObject({ accepted: 0, corrected: 0, refused: count, unchanged: 0 });
    expect(rows.every((row) => row.notes.some((note) => note.fr === 'Ce champ est obligatoire.'))).toBe(true);
  });

  it('takes the standard’s own example as it is and writes it back field by field', async () => {
    const example = fileLike(/exemple-valide\.csv$/);
    const { run } = await imported(example, 'example');
    expect(run).toMatchObject({ accepted: 1, corrected: 0, refused: 0 });
    const reply = await network
      .as(personas.coordinator)
      .query('{ exportPlaces(source: "Hubik") { content rows mediaType } }');
    const { content } = reply.data?.['exportPlaces'] as { content: string };
    expect(parse(content)).toEqual(parse(example, { bom: true }));
  });

  it('exports the whole directory, which imported again changes nothing', async () => {
    const reply = await network.as(personas.coordinator).query('{ exportPlaces { content rows } }');
    const { content, rows } = reply.data?.['exportPlaces'] as { content: string; rows: number };
    expect(rows).toBe(981);
    const { run } = await imported(content, 'round trip');
    expect(run).toMatchObject({ accepted: 0, corrected: 0, refused: 0, unchanged: 981 });
  });
});
