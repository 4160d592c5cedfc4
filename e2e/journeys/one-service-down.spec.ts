import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { newPerson, open, openBrowser, signIn } from './browser.ts';
import { command, network } from './caller.js';
import { bordeaux, person, session } from './given.js';
import { faultsOf } from './look.ts';
import { everyPage } from './pages.ts';
import { without } from './processes.ts';

let browser: Browser;
let context: BrowserContext;
let desk: Page;
let personId: string;
let sessionId: string;

beforeAll(async () => {
  const { placeId } = await bordeaux();
  personId = await person('Elena', 'Patiente');
  sessionId = await session('Séance patiente', placeId, 5);
  await command('branch-manager-bordeaux', 'enrolInSession', { sessionId, beneficiaryId: personId });
  browser = await openBrowser();
  context = await newPerson(browser);
  desk = await signIn(context, network(), 'Camille Durand');
}, 120_000);
afterAll(() => browser.close());

it('goes on without the equipment: what is missing is said in its place, all else works', async () => {
  await without('equipment', async () => {
    await open(desk, `/people/${personId}`);
    await desk
      .getByRole('region', { name: 'Achats' })
      .getByText(/^Le matériel ne répond pas/)
      .waitFor();
    await desk.getByText('Partiel · 1 service').waitFor();
    await desk.getByRole('region', { name: 'Séances' }).getByText('Séance patiente').waitFor();
    await open(desk, '/drop-in');
    for (const key of ['Aide aux démarches administratives', '15', 'Autonome']) {
      await desk.getByRole('radio', { name: key, exact: true }).check();
    }
    await desk.getByRole('button', { name: 'Enregistrer le passage' }).click();
    await desk.getByText(/^Passage enregistré à/).waitFor();

    const faults: string[] = [];
    for await (const found of everyPage(desk, 'BRANCH_MANAGER')) faults.push(...(await faultsOf(desk, found, true)));
    expect(faults).toEqual([]);
  });
}, 180_000);

it('keeps the last figures with their hour while reporting is away, and the day goes on', async () => {
  const nation = await signIn(context, network(), 'Claire Fontaine');
  await without('reporting', async () => {
    await nation.getByRole('button', { name: 'Ce mois' }).click();
    await nation
      .getByText(/^Le service des chiffres ne répond pas/)
      .first()
      .waitFor();
    await open(desk, '/today');
    await desk.getByRole('link', { name: 'Séance patiente' }).first().waitFor();
    await desk
      .getByText(/^Le service des chiffres ne répond pas/)
      .first()
      .waitFor();
  });
}, 120_000);

it('still shows a session, its seats and its place while the people’s records are away', async () => {
  await without('beneficiaries', async () => {
    await open(desk, `/sessions/${sessionId}`);
    await desk.getByRole('heading', { level: 1, name: 'Séance patiente' }).waitFor();
    await desk.getByText('1 / 8').first().waitFor();
    await desk
      .getByText(/^Le fichier des personnes ne répond pas/)
      .first()
      .waitFor();
    await open(desk, `/sessions/${sessionId}/attendance`);
    await desk.getByText('Le fichier des personnes ne répond pas').first().waitFor();
    expect(await desk.getByText('Présent', { exact: true }).count()).toBe(0);
    await open(desk, '/people/new');
    await desk.getByRole('heading', { level: 1, name: 'Inscrire une personne' }).waitFor();
    await desk.getByText('Le fichier des personnes ne répond pas').first().waitFor();
    expect(await desk.getByRole('textbox', { name: 'Prénom' }).isDisabled()).toBe(true);
    await desk.getByRole('link', { name: 'Noter un passage' }).waitFor();
  });
  // By itself, once they answer again.
  await desk.locator('input[name="givenName"]:enabled').waitFor();
}, 120_000);
