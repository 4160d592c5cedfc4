import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { newPerson, open, openBrowser, signIn } from './browser.ts';
import { network } from './caller.js';
import { faultsOf, silentParts } from './look.ts';
import { everyPage } from './pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

it('says why there is nothing yet, and what comes first, on every page of the coordination', async () => {
  const context = await newPerson(browser);
  const page = await signIn(context, network(), 'Claire Fontaine');
  await page.getByText('Les chiffres arriveront avec la première séance.').waitFor();
  await open(page, '/branches');
  await page.getByText('Aucune antenne pour l’instant.').waitFor();
  await page.getByRole('button', { name: 'Ouvrir une antenne' }).first().waitFor();
  const faults: string[] = [];
  for await (const found of everyPage(page, 'NATIONAL_COORDINATOR')) {
    faults.push(...(await silentParts(page, found)), ...(await faultsOf(page, found, true)));
  }
  await context.close();
  expect(faults).toEqual([]);
}, 300_000);

it('makes sense to the manager of a branch that has nothing yet', async () => {
  const context = await newPerson(browser);
  const page = await signIn(context, network(), 'Camille Durand');
  await page.getByText('Aucune séance aujourd’hui.').waitFor();
  await open(page, '/devices');
  await page.getByText('Aucun matériel prêt à distribuer.').waitFor();
  const faults: string[] = [];
  for await (const found of everyPage(page, 'BRANCH_MANAGER'))
    faults.push(...(await silentParts(page, found)), ...(await faultsOf(page, found, true)));
  await context.close();
  expect(faults).toEqual([]);
}, 300_000);
