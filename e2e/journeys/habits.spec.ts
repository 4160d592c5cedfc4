import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { newPerson, open, openBrowser, signIn } from './browser.ts';
import { command, network } from './caller.js';
import { bordeaux } from './given.js';

let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  await bordeaux();
  await command('branch-manager-bordeaux', 'recordDropIn', { minutes: 15, themes: ['HEALTH'], gender: 'FEMALE' });
  browser = await openBrowser();
}, 120_000);
afterAll(() => browser.close());
beforeEach(async () => {
  context = await newPerson(browser);
});
afterEach(() => context.close());

/** The session is over: its tokens are old and the identity knows nothing of them any more. */
function endSession(of: Page): Promise<void> {
  return of.evaluate(`(() => {
    const key = Object.keys(sessionStorage).find((name) => name.startsWith('oidc.user:'));
    const user = JSON.parse(sessionStorage.getItem(key));
    sessionStorage.setItem(key, JSON.stringify({ ...user, expires_at: 1, refresh_token: 'forgotten' }));
  })()`);
}

it('loses nothing of a form when the session ends in its middle', async () => {
  page = await signIn(context, network(), 'Camille Durand');
  await open(page, '/people/new');
  await page.getByRole('radio', { name: 'Anonyme' }).check();
  await page.getByLabel('Année de naissance').fill('1971');
  await endSession(page);
  await page.getByLabel('Genre').selectOption({ label: 'Masculin' });
  await page.getByRole('button', { name: 'Inscrire la personne' }).click();
  await page.getByText('Votre session a pris fin').waitFor();
  expect(await page.getByLabel('Année de naissance').inputValue()).toBe('1971');
  await page.getByRole('button', { name: 'S’identifier de nouveau' }).click();
  await page.getByText('Personne inscrite.').waitFor();
});

it('keeps a page from whoever comes after a sign-out', async () => {
  page = await signIn(context, network(), 'Camille Durand');
  await page.getByRole('button', { name: /Camille Durand/ }).click();
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
  await page.getByRole('heading', { name: /Qui êtes-vous/ }).waitFor();
  await page.goto(`${network()}/people`);
  await page.getByRole('heading', { name: /Qui êtes-vous/ }).waitFor();
  const kept = await page.evaluate<string[]>('Object.keys(sessionStorage)');
  expect(kept.filter((name) => name.startsWith('oidc.user'))).toEqual([]);
});

it('speaks English when asked, and still does after a reload', async () => {
  page = await signIn(context, network(), 'Camille Durand');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  expect(await page.evaluate('document.documentElement.lang')).toBe('en');
  await page.getByRole('button', { name: 'Français' }).click();
  await page.getByRole('heading', { level: 1, name: 'Aujourd’hui' }).waitFor();
});

it('keeps filters in the address: back, forward, reload and a copied link show the same view', async () => {
  page = await signIn(context, network(), 'Claire Fontaine');
  await page.getByRole('button', { name: 'Ce mois' }).click();
  await page.getByRole('button', { name: /^Santé/ }).click();
  const chip = page.getByRole('button', { name: /^Retirer le filtre Thématique.: Santé/ });
  await chip.waitFor();
  const address = page.url();
  expect(address).toContain('theme=HEALTH');
  await page.goBack();
  await chip.waitFor({ state: 'detached' });
  expect(page.url()).toContain('from=');
  await page.goForward();
  await chip.waitFor();
  await open(page, `${address}&age=xyz`);
  await chip.waitFor();
  await page.getByText(/age=xyz.* inconnu, ignoré/).waitFor();
});

it('takes a double click on a button as one act', async () => {
  page = await signIn(context, network(), 'Camille Durand');
  await open(page, '/drop-in');
  const mine = page.getByRole('region', { name: 'Mes passages du jour' }).getByRole('row');
  const before = await mine.count();
  for (const key of ['Aide aux démarches administratives', '15', 'Autonome']) {
    await page.getByRole('radio', { name: key, exact: true }).check();
  }
  await page.getByRole('button', { name: 'Enregistrer le passage' }).click({ clickCount: 2, delay: 80 });
  await page.getByText(/^Passage enregistré à/).waitFor();
  await mine.nth(before).waitFor();
  expect(await mine.count()).toBe(before + 1);
  expect(await page.getByRole('alert').count()).toBe(0);
});

it('exports a view of figures with its filters, period, date and definitions', async () => {
  page = await signIn(context, network(), 'Jeanne Petit');
  await open(page, `/network?from=2026-01-01&to=2026-03-31&theme=HEALTH`);
  await page.getByRole('button', { name: 'Partager' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Exporter en CSV' }).click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  const line = (first: string) => text.split('\r\n').find((row) => row.replace('\uFEFF', '').startsWith(first));
  expect(line('Passerelle, chiffres')).toBeDefined();
  expect(line('Période')).toContain('2026-01-01;2026-03-31');
  expect(line('Filtres')).toMatch(/Thématique.: Santé/);
  expect(line('Connu le')).toMatch(/\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}/);
  expect(line('Accompagnements')).toMatch(/;"?[^;]{20,}/);
});
