import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { newPerson, open, openBrowser, signIn } from './browser.ts';
import { network } from './caller.js';
import { bordeaux, session } from './given.js';

const TITLE = `Séance orientée ${Date.now()}`;
let browser: Browser;
let page: Page;
let sessionId: string;
/** The branch manager’s tab. */
let desk: Page;
const NAME = `Orient${Date.now().toString(36).replaceAll(/\d/g, 'x')}`;

beforeAll(async () => {
  const { placeId } = await bordeaux();
  sessionId = await session(TITLE, placeId, 200);
  browser = await openBrowser();
  page = await signIn(await newPerson(browser), network(), 'Samir Benali');
  desk = await signIn(await newPerson(browser), network(), 'Camille Durand');
}, 120_000);
afterAll(() => browser.close());

it('shows a session to somebody who sends people there: its seats, and nobody’s name', async () => {
  await open(page, `/sessions/${sessionId}`);
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await page.getByText('8 places libres').waitFor();
  expect(await page.getByText('ne répond pas').count()).toBe(0);
});

/** The row of a table that names this person. */
const rowOf = (tab: Page) => tab.getByRole('row').filter({ hasText: NAME });

it('sends a person with what they need and what they agree to; nothing is sent without their consent', async () => {
  await open(page, '/prescribe');
  await page.getByLabel('Structure qui oriente').selectOption({ label: 'Mission locale de Bordeaux' });
  await page.getByLabel('Prénom').fill('Aminata');
  await page.getByLabel('Nom de famille').fill(NAME);
  await page.getByLabel('Année de naissance').fill('1991');
  await page.getByLabel('Un atelier').check();
  await page.getByLabel('la réponse de l’antenne').check();
  await page
    .getByLabel('Son accord vaut jusqu’au')
    .fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
  await page.getByRole('button', { name: 'Adresser cette personne' }).click();
  await page.getByText('Sans l’accord de la personne, rien n’est transmis.').first().waitFor();
  await page.getByLabel('La personne est d’accord').check();
  await page.getByRole('button', { name: 'Adresser cette personne' }).click();
  await page.getByText('L’antenne répond sous sept jours').waitFor();
  await rowOf(page).getByText('En attente').waitFor();
}, 90_000);

it('is received by the branch under a record of its own, and the prescriber reads so', async () => {
  await open(desk, '/prescriptions');
  await rowOf(desk).getByRole('button', { name: 'Recevoir' }).click();
  await desk.getByLabel('Notice d’information lue à la personne le').fill(new Date().toISOString().slice(0, 10));
  await desk.getByRole('dialog').getByRole('button', { name: 'Recevoir' }).click();
  await rowOf(desk).getByText('Acceptée').waitFor();
  await open(page, '/prescribe');
  await rowOf(page).getByText('Acceptée').waitFor();
}, 90_000);

it('is no longer the prescriber’s to see from the moment consent is withdrawn', async () => {
  await rowOf(desk).getByRole('button', { name: 'Accord retiré' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Accord retiré' }).click();
  await desk.getByText('Personne oubliée ici').first().waitFor();
  await open(page, '/prescribe');
  await page.getByRole('heading', { name: 'Mes prescriptions' }).waitFor();
  await page.getByText('Aucune prescription.').waitFor();
  expect(await rowOf(page).count()).toBe(0);
}, 90_000);
