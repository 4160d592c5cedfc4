import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { until } from '../../deploy/local/child.ts';
import { count, figure, newPerson, numberIn, open, openBrowser, signIn, untilFigure } from './browser.ts';
import { ask, command, network } from './caller.js';
import { bordeaux, person } from './given.js';

const MANAGER = 'branch-manager-bordeaux';
const TILES = ['Accompagnements', 'Personnes'];
let browser: Browser;
let context: BrowserContext;
let desk: Page;
let personId: string;

beforeAll(async () => {
  await bordeaux();
  personId = await person('Blandine', 'Oubliée');
  browser = await openBrowser();
  context = await newPerson(browser);
  desk = await signIn(context, network(), 'Camille Durand');
}, 120_000);
afterAll(() => browser.close());

/** What the branch's page says of its figures, the last act counted. */
async function figuresOfBranch(): Promise<string[]> {
  await open(desk, '/branches/BX');
  return Promise.all(TILES.map((tile) => figure(desk, tile)));
}

it('erases a person only once the word is typed; the certificate follows, and no figure of the branch moves', async () => {
  await open(desk, '/branches/BX');
  const acts = numberIn(await figure(desk, 'Accompagnements'));
  await command(MANAGER, 'recordDropIn', { minutes: 30, themes: ['EMAIL'], beneficiaryId: personId });
  await untilFigure(desk, 'Accompagnements', count(acts + 1));
  const before = await figuresOfBranch();

  await open(desk, `/people/${personId}`);
  await desk.getByRole('button', { name: 'Effacer cette personne' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('Pour confirmer, écrivez EFFACER').fill('oui');
  await dialog.getByRole('button', { name: 'Effacer pour toujours' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('Pour confirmer, écrivez EFFACER').fill('EFFACER');
  await dialog.getByRole('button', { name: 'Effacer pour toujours' }).click();
  await dialog.waitFor({ state: 'detached' });
  await desk.getByText('Effacée', { exact: true }).waitFor();
  expect(await desk.getByText('Oubliée').count()).toBe(0);

  await certified();
  expect(await figuresOfBranch()).toEqual(before);
}, 180_000);

it('tells the auditor who saw that person and what a member saw, by ids alone', async () => {
  const auditor = await signIn(context, network(), 'Jeanne Petit');
  await open(auditor, '/audit');
  await auditor.getByLabel('Identifiant de la personne').fill(personId);
  await auditor.getByRole('button', { name: 'Chercher' }).first().click();
  const lines = auditor.getByRole('region', { name: 'Qui a vu cette personne' });
  await lines.getByText('Fiche modifiée').first().waitFor();
  const subject = (await lines.locator('code').first().textContent()) ?? '';
  expect(await auditor.getByText(/Blandine|Oubliée/).count()).toBe(0);
  await auditor.getByLabel('Identifiant du membre').fill(subject);
  await auditor.getByRole('button', { name: 'Chercher' }).last().click();
  const theirs = auditor.getByRole('region', { name: 'Qu’a vu ce membre' });
  await theirs.getByText(personId).first().waitFor();
}, 180_000);

/** Waits until every service has answered, then opens the record: each look at it is a line that the auditor would have to pass. */
async function certified(): Promise<void> {
  const question = 'query ($id: UUID!) { erasureCertificate(beneficiaryId: $id) { state } }';
  await until(async () => {
    const { data } = await ask(MANAGER, question, { id: personId });
    return (data?.['erasureCertificate'] as { state: string } | null)?.state === 'COMPLETE';
  }, 60_000);
  await open(desk, `/people/${personId}`);
  await desk.getByText('Tous les services ont répondu').first().waitFor();
}
