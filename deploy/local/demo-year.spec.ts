import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';

const OURS = { postgres: true, kafka: true, identity: true };

let year: typeof import('./demo-year.ts');
let folders: { state: string; postgres: string; kafka: string; jars: string };
beforeAll(async () => {
  const state = mkdtempSync(join(tmpdir(), 'passerelle-year-'));
  process.env['PASSERELLE_STATE'] = state;
  year = await import('./demo-year.ts');
  const { postgresHome } = await import('./paths.ts');
  const kafka = join(state, 'kafka', 'data');
  folders = { state, postgres: join(postgresHome(), 'data'), kafka, jars: join(state, 'kafka', 'libs') };
});
beforeEach(() => {
  for (const folder of [folders.postgres, folders.kafka, folders.jars]) mkdirSync(folder, { recursive: true });
  for (const mark of [year.begunMark, year.toldMark]) rmSync(mark, { force: true });
});
afterAll(() => {
  for (const folder of [dirname(folders.postgres), folders.state]) rmSync(folder, { recursive: true, force: true });
});

it('forgets a year that was begun and not ended, with its databases and topics, and nothing else', () => {
  writeFileSync(year.begunMark, '');
  expect(year.forgetHalfTold(OURS)).toBe(true);
  expect([folders.postgres, folders.kafka, folders.jars].map((folder) => existsSync(folder))).toEqual([
    false,
    false,
    true,
  ]);
  expect(year.forgetHalfTold(OURS)).toBe(false);
});

it('forgets nothing when no year was begun', () => {
  expect(year.forgetHalfTold(OURS)).toBe(false);
  expect(existsSync(folders.postgres)).toBe(true);
});

it('touches no databases or broker that are not ours, and says what to do', () => {
  writeFileSync(year.begunMark, '');
  expect(() => year.forgetHalfTold({ ...OURS, kafka: false })).toThrow(
    /empty them, delete .*demo-year-begun, start again/,
  );
  expect(existsSync(folders.postgres)).toBe(true);
});

it('is wanted until it is told, unless the network is to be empty', () => {
  expect(year.isWanted([])).toBe(true);
  expect(year.isWanted(['--empty'])).toBe(false);
  writeFileSync(year.begunMark, '');
  expect(year.concluded('exit code 0')).toBe('The demo network is filled');
  expect(existsSync(year.begunMark)).toBe(false);
  expect(year.isWanted([])).toBe(false);
});

it('is left out of a network that has data of its own, and not asked for again', () => {
  expect(year.concluded('exit code 3')).toMatch(/has data of its own/);
  expect(year.isWanted([])).toBe(false);
});

it('begins anew after it ended badly', () => {
  writeFileSync(year.begunMark, '');
  expect(() => year.concluded('SIGKILL')).toThrow(/could not be filled \(SIGKILL\): start again/);
  expect(year.isWanted([])).toBe(true);
  expect(year.forgetHalfTold(OURS)).toBe(true);
});
