import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { newPerson, open, openBrowser, signIn } from './browser.ts';
import { command, network } from './caller.js';
import { bordeaux } from './given.js';
import { faultsOf } from './look.ts';

const SOURCE = `Annuaire ${randomUUID()}`;
/** Three rows of the standard: one as it should be, one that is repaired, one that cannot stand. */
const FILE = [
  'id,pivot,nom,commune,code_postal,adresse,date_maj,telephone',
  `${SOURCE}-1,00000000000000,Médiathèque du Port,Bordeaux,33000,1 quai Nord,2026-11-02,`,
  `${SOURCE}-2,00000000000000,Maison des Services,Mérignac,33700,2 rue Sud,2026-11-02,05 56 00 00 00`,
  `${SOURCE}-3,00000000000000,Sans code postal,Pessac,,3 rue Est,2026-11-02,`,
].join('\n');

let browser: Browser;
let page: Page;
let other: Page;
let placeId: string;

beforeAll(async () => {
  await bordeaux();
  const address = { commune: 'Bordeaux', postcode: '33000', address: '9 rue du Pont' };
  placeId = String(
    (await command('branch-manager-bordeaux', 'registerPlace', { name: 'Café du Pont', ...address }))['id'],
  );
  browser = await openBrowser();
  const context = await newPerson(browser);
  page = await signIn(context, network(), 'Camille Durand');
  other = await signIn(context, network(), 'Camille Durand');
}, 120_000);
afterAll(() => browser.close());

/** Chooses the file as its provider would send it, and asks for a dry run. */
async function dryRun(): Promise<void> {
  await open(page, '/places/import');
  const buffer = Buffer.from(FILE, 'utf8');
  await page.locator('input[type="file"]').setInputFiles({ name: 'lieux.csv', mimeType: 'text/csv', buffer });
  await page.getByLabel('D’où vient ce fichier').fill(SOURCE);
  await page.getByRole('button', { name: 'Essai à blanc, sans rien enregistrer' }).click();
  await page.getByRole('heading', { level: 1, name: 'Compte rendu d’import' }).waitFor();
}

it('imports a file: a dry run says what would come of each row, then it is carried out', async () => {
  await dryRun();
  await page.getByText('Essai à blanc : rien n’est encore enregistré.').waitFor();
  await page.getByText(/= 3 lignes lues/).waitFor();
  await page.getByRole('tab', { name: /^Refusées · 1/ }).click();
  await page.getByRole('cell', { name: 'Ce champ est obligatoire.' }).waitFor();
  await page.getByRole('button', { name: 'Importer 2 lieux' }).click();
  await page.getByText('Import terminé : 2 lieux enregistrés.').waitFor();
  await open(page, `/places?text=${encodeURIComponent('Médiathèque du Port')}`);
  await page.getByRole('link', { name: 'Médiathèque du Port' }).first().waitFor();
});

it('has nothing to change when the same file comes again', async () => {
  await dryRun();
  await page.getByRole('tab', { name: /^Inchangées · 2/ }).waitFor();
  await page.getByText('Aucun lieu à importer').waitFor();
  expect(await page.getByRole('button', { name: /^Importer \d/ }).count()).toBe(0);
});

it('shows the same places on a map, with the communes beside it, and leads from one to its places', async () => {
  await open(page, '/places?branch=all');
  await page.getByRole('button', { name: 'Carte', exact: true }).click();
  await page.getByRole('heading', { name: 'Où sont les lieux' }).waitFor();
  expect(await faultsOf(page, { name: 'places', path: '/places?show=map' })).toEqual([]);
  await page.getByRole('button', { name: 'Mérignac', exact: true }).click();
  await page.getByRole('link', { name: 'Maison des Services' }).first().waitFor();
  expect(await page.getByRole('link', { name: 'Café du Pont' }).count()).toBe(0);
});

it('refuses an empty form by naming every field, the focus on the summary, each line leading to its field', async () => {
  await open(page, '/places/new');
  await page.getByRole('button', { name: 'Enregistrer le lieu' }).first().click();
  const summary = page.getByRole('alert');
  await summary.getByText('Nom : ce champ est obligatoire.').waitFor();
  for (const field of ['Adresse', 'Code postal', 'Commune'])
    await summary.getByText(`${field} : ce champ est obligatoire.`).waitFor();
  expect(await summary.and(page.locator(':focus')).count()).toBe(1);
  await summary.getByRole('link', { name: /^Code postal/ }).click();
  await page.getByRole('textbox', { name: 'Code postal' }).and(page.locator(':focus')).waitFor();
});

it('hears all that the directory refuses at once, keeps the input, and saves it once it is put right', async () => {
  const fill = (label: string, text: string) => page.getByRole('textbox', { name: label, exact: true }).fill(text);
  await fill('Nom', 'Espace du Lac');
  await fill('Adresse', '4 cours du Lac');
  await fill('Commune', 'Bordeaux');
  await fill('Code postal', '3300A');
  await fill('Téléphone', '12');
  await fill('Courriels', 'pas une adresse');
  await page.getByRole('button', { name: 'Enregistrer le lieu' }).first().click();
  const summary = page.getByRole('alert');
  await summary.getByText('Le code postal compte 5 chiffres.').waitFor();
  await summary.getByText(/^Téléphone.: Numéro illisible/).waitFor();
  await summary.getByText('Courriels : ce n’est pas une adresse de courriel.').waitFor();
  await fill('Code postal', '33000');
  await fill('Téléphone', '05 56 11 22 33');
  await fill('Courriels', 'lac@exemple.fr');
  await page.getByRole('button', { name: 'Enregistrer le lieu' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Espace du Lac' }).waitFor();
  await page.getByText('+33556112233').waitFor();
});

it('shows the present version beside what is typed when two people change a place', async () => {
  for (const tab of [page, other]) {
    await open(tab, `/places/${placeId}`);
    await tab.getByRole('button', { name: 'Modifier le lieu' }).click();
  }
  await page.getByRole('textbox', { name: 'Nom', exact: true }).fill('Café du Pont neuf');
  await other.getByRole('textbox', { name: 'Nom', exact: true }).fill('Café du Vieux Pont');
  await page.getByRole('button', { name: 'Enregistrer le lieu' }).click();
  await page.getByText(/^Lieu enregistré\./).waitFor();

  await other.getByRole('button', { name: 'Enregistrer le lieu' }).click();
  const versions = other.getByRole('region', { name: 'Version actuelle et votre saisie' });
  await versions.getByRole('cell', { name: 'Café du Pont neuf' }).waitFor();
  await versions.getByRole('cell', { name: 'Café du Vieux Pont' }).waitFor();
  expect(await other.getByRole('textbox', { name: 'Nom', exact: true }).inputValue()).toBe('Café du Vieux Pont');
  await versions.getByRole('button', { name: 'Enregistrer ma saisie par-dessus' }).click();
  await other.getByRole('heading', { level: 1, name: 'Café du Vieux Pont' }).waitFor();
});

it('retires a place with its reason, and says of an unknown one that it is not in the directory', async () => {
  await other.getByRole('button', { name: 'Retirer de l’annuaire' }).click();
  const dialog = other.getByRole('dialog');
  await dialog.getByLabel('Motif').fill('Fermé définitivement');
  await dialog.getByRole('button', { name: 'Retirer de l’annuaire' }).click();
  await other.getByText('Retiré de l’annuaire').waitFor();
  expect(await other.getByRole('button', { name: 'Modifier le lieu' }).count()).toBe(0);
  for (const id of [randomUUID(), 'nulle-part']) {
    await open(other, `/places/${id}`);
    await other.getByText('Ce lieu n’est pas dans l’annuaire.').waitFor();
  }
});
