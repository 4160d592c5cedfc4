import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { newPerson, open, openBrowser, signIn } from './browser.ts';
import { ask, command, network } from './caller.js';
import { bordeaux, person, sale, session } from './given.js';

const MANAGER = 'branch-manager-bordeaux';
/** More than a page of a list shows. */
const RECEIVED = 53;
let browser: Browser;
let page: Page;
let nation: Page;

beforeAll(async () => {
  const { placeId } = await bordeaux();
  await sale(await person('Odile', 'Exportée'));
  await session('Export du samedi', placeId, 30);
  for (let device = 0; device < RECEIVED; device += 1) await command(MANAGER, 'receiveDevice', { type: 'TABLET' });
  const formula = { code: `F-${Date.now()}`, label: '=1+1', kind: 'ACCESSORY', cents: 500 };
  await command(MANAGER, 'createArticle', formula);
  browser = await openBrowser();
  const context = await newPerson(browser);
  page = await signIn(context, network(), 'Camille Durand');
  nation = await signIn(context, network(), 'Claire Fontaine');
}, 120_000);
afterAll(() => browser.close());

/** The lines of the file that a list's button gives. */
async function exported(where: Page | Locator, from: Page): Promise<string[]> {
  const button = where.getByRole('button', { name: 'Exporter en CSV' }).first();
  const [download] = await Promise.all([from.waitForEvent('download'), button.click()]);
  expect(download.suggestedFilename()).toMatch(/^passerelle-[\w-]+-\d{4}-\d{2}-\d{2}\.csv$/);
  const text = readFileSync(await download.path(), 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  return text.slice(1).trimEnd().split('\r\n');
}

/** The rows under the file's last empty line, without their header. */
function listed(lines: readonly string[]): readonly string[] {
  return lines.slice(lines.lastIndexOf('') + 2);
}

it('exports the whole stock as it is filtered, not only the fifty rows on screen', async () => {
  const { data } = await ask(MANAGER, '{ deviceCounts(branch: "BX") { state count } }');
  const counts = data?.['deviceCounts'] as { state: string; count: number }[];
  const there = counts.find(({ state }) => state === 'RECEIVED')?.count ?? 0;
  expect(there).toBeGreaterThanOrEqual(RECEIVED);
  await open(page, '/devices?state=RECEIVED');
  const lines = await exported(page.locator('main'), page);
  expect(lines[0]).toBe('Passerelle, liste;Stock');
  expect(lines[1]).toBe('Périmètre;Bordeaux');
  expect(lines[2]).toMatch(/^Filtres;État.: À traiter$/);
  expect(lines[3]).toMatch(/^Relevé le;\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}$/);
  expect(lines[4]).toBe(`Lignes;${there}`);
  expect(lines.find((line) => line.startsWith('Étiquette;'))).toMatch(/collée sur le matériel/);
  expect(lines.find((line) => line.startsWith('À traiter;'))).toBeDefined();
  expect(listed(lines)).toHaveLength(there);
  expect(new Set(listed(lines)).size).toBe(there);
  await page.getByText(new RegExp(`^${there} lignes exportées`)).waitFor();
});

it('exports the same list as a workbook, in which a figure stays a figure', async () => {
  await open(page, '/devices?state=RECEIVED');
  const button = page.locator('main').getByRole('button', { name: 'Exporter en XLSX' }).first();
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  const lines = await readSheet(await download.path());
  expect(lines[0]?.slice(0, 2)).toEqual(['Passerelle, liste', 'Stock']);
  expect(lines.find(([first]) => first === 'Filtres')?.[1]).toBe('État\u00a0: À traiter');
  const rows = lines.find(([first]) => first === 'Lignes')?.[1];
  expect(rows).toBeGreaterThanOrEqual(RECEIVED);
  expect(lines.filter(([first]) => /^BX[A-Z]{2}\d{2}-/.test(String(first)))).toHaveLength(Number(rows));
});

it('lets no cell of an exported list run as a formula', async () => {
  await open(page, '/devices');
  const articles = page.getByRole('region', { name: 'Articles comptés' });
  expect(listed(await exported(articles, page)).some((line) => line.startsWith("'=1+1;"))).toBe(true);
});

it('exports the day book without who bought', async () => {
  await open(page, '/till');
  const lines = await exported(page.getByRole('region', { name: 'Ventes du jour' }), page);
  expect(listed(lines)[0]).toMatch(/^BX-\d{4}-\d{6};.*;70;.*;Faite$/);
  expect(lines.join()).not.toMatch(/Odile|Exportée/);
});

it('exports the sessions of a week, the tariffs and the branches', async () => {
  await open(page, '/sessions');
  expect(listed(await exported(page.locator('main'), page)).join()).toContain('Export du samedi');
  await open(nation, '/tariff');
  const tariffs = listed(await exported(nation.locator('main'), nation));
  expect(tariffs.some((line) => line.startsWith('Ordinateur;B;70;'))).toBe(true);
  await open(nation, '/branches');
  const branches = listed(await exported(nation.locator('main'), nation));
  expect(branches.find((line) => line.startsWith('Bordeaux;BX;Ouverte;'))).toBeDefined();
});
