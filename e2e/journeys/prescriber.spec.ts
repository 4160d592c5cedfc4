import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { complaints, newPerson, open, openBrowser, overflow, PHONE, signIn } from './browser.ts';
import { command, network } from './caller.js';
import { bordeaux, prescription, session } from './given.js';
import { linkTo } from './mail.js';

const faults = async (shown: Page) => [await overflow(shown), ...(await complaints(shown))];

const TITLE = `Séance orientée ${Date.now()}`;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
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
  await page.getByLabel('Son accord vaut jusqu’au').fill(inDays(30));
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
  await page.getByText('Aucune prescription.').or(page.getByRole('row')).first().waitFor();
  expect(await rowOf(page).count()).toBe(0);
}, 90_000);

it('is refused with a reason and a place near by, which the prescriber reads', async () => {
  const near = { commune: 'Cenon', postcode: '33150', address: '2 rue Proche', latitude: 44.86, longitude: -0.53 };
  await command('national-coordinator', 'registerPlace', { name: `Lieu ${NAME}`, ...near });
  await prescription('Ana', `${NAME}ailleurs`);
  await open(desk, '/prescriptions');
  const row = desk.getByRole('row').filter({ hasText: `${NAME}ailleurs` });
  await row.getByRole('button', { name: 'Refuser' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('Motif').fill('Plus de matériel avant mars.');
  await dialog.getByText('Du plus proche au plus lointain').waitFor();
  const place = dialog.getByLabel('Un autre lieu, à moins de dix kilomètres');
  await place.selectOption({ label: await place.locator('option', { hasText: `Lieu ${NAME}` }).innerText() });
  expect(await faults(desk)).toEqual([0]);
  await dialog.getByRole('button', { name: 'Refuser' }).click();
  await dialog.waitFor({ state: 'detached' });
  await open(desk, '/prescriptions?late=1');
  await desk.getByLabel('Seulement ce qui attend depuis plus de sept jours').waitFor();
  await open(page, '/prescribe');
  await page.getByText(`Peut être reçue ailleurs\u00a0: Lieu ${NAME}, 2 rue Proche, 33150 Cenon (`).waitFor();
}, 90_000);

it('takes a person from somebody without an account, by a link to their mailbox, who follows by another', async () => {
  const mailbox = `sociale.${Date.now()}@example.org`;
  const stranger = await (await newPerson(browser, { viewport: PHONE })).newPage();
  await stranger.goto(`${network()}/orient`);
  await stranger.getByLabel('Votre courriel professionnel').fill(mailbox);
  await stranger.getByRole('button', { name: 'Recevoir un lien' }).click();
  await stranger.getByText('un lien vient d’y être envoyé').waitFor();
  expect(await faults(stranger)).toEqual([0]);
  await stranger.goto(await linkTo(mailbox, '/orient#', 1));
  await stranger.reload();
  await stranger.getByLabel(/^Antenne/).selectOption({ label: 'Bordeaux' });
  await stranger.getByLabel('Votre structure').fill('CCAS de Mérignac');
  await stranger.getByLabel('Prénom').fill('Idriss');
  await stranger.getByLabel('Nom de famille').fill(`${NAME}x`);
  await stranger.getByLabel('Un atelier').check();
  await stranger.getByLabel('la réponse de l’antenne').check();
  await stranger.getByLabel('Son accord vaut jusqu’au').fill(inDays(30));
  await stranger.getByLabel('La personne est d’accord').check();
  expect(await faults(stranger)).toEqual([0]);
  await stranger.getByRole('button', { name: 'Adresser cette personne' }).click();
  await stranger.getByText('Un lien pour suivre cette personne').waitFor();
  await open(desk, '/prescriptions');
  const row = desk.getByRole('row').filter({ hasText: `${NAME}x` });
  await row.getByText(`CCAS de Mérignac, sans compte\u00a0: ${mailbox}`).waitFor();
  await stranger.goto(await linkTo(mailbox, '/orient#', 2));
  await stranger.reload();
  await stranger.getByText('I O · Bordeaux').waitFor();
  await stranger.getByText('En attente').waitFor();
  expect(await faults(stranger)).toEqual([0]);
  await row.getByRole('button', { name: 'Accord retiré' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Accord retiré' }).click();
  await row.waitFor({ state: 'detached' });
  await stranger.reload();
  await stranger.getByText('Ce lien n’est plus valable').waitFor();
  await stranger.context().close();
}, 120_000);
