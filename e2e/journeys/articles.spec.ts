import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { newPerson, open, openBrowser, signIn } from './browser.ts';
import { network } from './caller.js';
import { bordeaux } from './given.js';

const CODE = `SIM-${Date.now()}`;
const LABEL = `Carte SIM ${CODE}`;
let browser: Browser;
let page: Page;
let shelf: Locator;

beforeAll(async () => {
  await bordeaux();
  browser = await openBrowser();
  page = await signIn(await newPerson(browser), network(), 'Camille Durand');
  await open(page, '/devices');
  shelf = page.getByRole('region', { name: 'Articles comptés' });
}, 120_000);
afterAll(() => browser.close());

/** Fills what a dialog asks and sends it. */
async function answer(fields: Readonly<Record<string, string>>, send: string): Promise<Locator> {
  const dialog = page.getByRole('dialog');
  for (const [label, text] of Object.entries(fields))
    await dialog.getByRole('textbox', { name: label, exact: true }).fill(text);
  await dialog.getByRole('button', { name: send }).click();
  return dialog;
}

it('adds an article, and names the field of what is refused', async () => {
  await shelf.getByRole('button', { name: 'Ajouter un article' }).click();
  const dialog = await answer({ Article: LABEL, Code: CODE }, 'Ajouter un article');
  await dialog
    .getByRole('alert')
    .getByText(/^Prix en euros/)
    .waitFor();
  await answer({ 'Prix en euros': '2,50' }, 'Ajouter un article');
  await page.getByText(`${LABEL} ajouté. Il n’y en a pas encore en stock.`).waitFor();
  await shelf.getByRole('row', { name: new RegExp(`${CODE}.*2,50.*épuisé`) }).waitFor();
});

it('receives some', async () => {
  await shelf.getByRole('button', { name: `Recevoir ${LABEL}` }).click();
  await answer({ 'Combien sont arrivés': '12' }, 'Ajouter au stock');
  await page.getByText(`${LABEL} : 12 en stock.`).waitFor();
});

it('counts them again with the reason of the difference', async () => {
  await shelf.getByRole('button', { name: `Compter ${LABEL}` }).click();
  await page.getByRole('dialog').getByText('Il y en a 12 en stock.').waitFor();
  await answer({ 'Combien il y en a vraiment': '11', 'Raison de l’écart': 'Une carte abîmée' }, 'Corriger le compte');
  await page.getByText(`${LABEL} : 11 en stock.`).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
});
