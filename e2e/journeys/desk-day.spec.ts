import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { count, figure, inMinutes, newPerson, numberIn, open, openBrowser, signIn, untilFigure } from './browser.ts';
import { network } from './caller.js';
import { bordeaux } from './given.js';

let browser: Browser;
/** The manager's tab. */
let desk: Page;
/** The coordinator's tab of the same browser: tokens live in the tab. */
let nation: Page;
let before: Record<string, number>;
const TITLE = `Ma messagerie ${Date.now()}`;
const NAME = `Exemple${String.fromCharCode(...Array.from({ length: 6 }, () => 97 + Math.floor(Math.random() * 26)))}`;
const TILES = ['Personnes', 'Accompagnements', 'Séances', 'Matériels vendus', 'Encaissements'];

beforeAll(async () => {
  await bordeaux();
  browser = await openBrowser();
  const context = await newPerson(browser);
  desk = await signIn(context, network(), 'Camille Durand');
  nation = await signIn(context, network(), 'Claire Fontaine');
  before = Object.fromEntries(
    await Promise.all(TILES.map(async (tile) => [tile, numberIn(await figure(nation, tile))] as const)),
  );
}, 120_000);
afterAll(() => browser.close());

/** The national tab says so much more than when the day began, by itself. */
async function nationSays(more: Record<string, number>): Promise<void> {
  for (const [tile, by] of Object.entries(more)) {
    const value = (before[tile] ?? 0) + by;
    const euros = new Intl.NumberFormat('fr-FR', {
      style: 'currency',
      currency: 'EUR',
      maximumFractionDigits: value >= 1_000 ? 0 : 2,
    });
    await untilFigure(nation, tile, tile === 'Encaissements' ? euros.format(value) : count(value));
  }
}

it('begins on Today, where nothing waits or what waits is named', async () => {
  await desk.getByRole('heading', { level: 1, name: 'Aujourd’hui' }).waitFor();
  await desk.getByRole('heading', { name: 'À faire' }).waitFor();
  await desk.getByText('Depuis ce matin').waitFor();
});

it('enrols a person: the notice read out, who sent them, a card on paper', async () => {
  await desk.getByRole('button', { name: 'Inscrire une personne' }).click();
  await desk.getByLabel('Prénom').fill('Aïcha');
  await desk.getByLabel('Nom de famille').fill(NAME);
  await desk.getByLabel('Ni téléphone ni courriel').check();
  await desk.getByLabel('Année de naissance').fill('1958');
  await desk.getByLabel('Commune ou code postal').fill('Bordeau');
  await desk.getByRole('button', { name: /^Bordeaux \(33/ }).click();
  await desk.getByLabel('Genre').selectOption({ label: 'Féminin' });
  await desk.getByLabel('Statut social').selectOption({ label: 'À la retraite' });
  await desk.getByLabel('Origine de la venue').selectOption({ label: 'Association' });
  await desk.getByLabel('Structure qui oriente').selectOption({ label: 'Mission locale de Bordeaux' });
  await desk.getByText('Vous pouvez demander à voir, corriger ou effacer').waitFor();
  await desk.getByLabel('J’ai lu cette notice à la personne').check();
  await desk.getByRole('button', { name: 'Inscrire la personne' }).click();
  await desk.getByText('Personne inscrite.').waitFor();

  await desk.getByLabel('Jour et heure du prochain rendez-vous').fill(inMinutes(3 * 24 * 60));
  await desk.getByRole('button', { name: 'Imprimer le carton de rendez-vous' }).waitFor();
  await desk.emulateMedia({ media: 'print' });
  await desk.getByText('Votre rendez-vous').waitFor({ state: 'visible' });
  expect(await desk.getByText(NAME).count()).toBe(0);
  await desk.emulateMedia({ media: 'screen' });
});

it('creates a workshop with its resource, plans a session of it and changes it', async () => {
  await open(desk, '/sessions');
  await desk.getByRole('button', { name: 'Planifier une séance' }).first().click();
  await desk.getByRole('link', { name: 'Créer un atelier' }).first().click();
  await desk.getByLabel('Titre de l’atelier').fill(TITLE);
  await desk.getByLabel('Messagerie').check();
  await desk.getByLabel('Nom de la ressource').fill('Les bases du courriel');
  await desk.getByLabel('Adresse de la ressource').fill('https://lesbases.anct.gouv.fr/ressources/courriel');
  await desk.getByRole('button', { name: 'Créer l’atelier' }).click();

  await desk.getByRole('combobox', { name: 'Atelier' }).selectOption({ label: TITLE });
  await desk.getByLabel('Salle').fill(TITLE);
  await desk.getByLabel('Début').fill(inMinutes(10));
  await desk.getByRole('button', { name: 'Planifier la séance' }).click();
  await desk.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  expect(await desk.getByRole('link', { name: 'Les bases du courriel' }).getAttribute('href')).toMatch(/^https:/);

  await desk.getByRole('textbox', { name: 'Places' }).fill('6');
  await desk.getByRole('button', { name: 'Enregistrer les changements' }).click();
  await desk.getByText('0 / 6').waitFor();
});

it('enrols the person in it, marks who came and closes it: the nation counts one more', async () => {
  await desk.getByLabel('Nom, prénom, téléphone ou année de naissance').fill(`${NAME} aicha`);
  await desk.getByRole('button', { name: 'Inscrire', exact: true }).click();
  await desk.getByRole('link', { name: `Aïcha ${NAME}` }).waitFor();
  await desk.getByText('1 / 6').waitFor();
  await desk.getByRole('button', { name: 'Émargement', exact: true }).click();
  await desk
    .getByRole('radiogroup', { name: `Aïcha ${NAME}` })
    .getByText('Présent')
    .click();
  await desk.getByText('1 présent, 0 excusé, 0 absent, 0 à pointer.').waitFor();
  await desk.getByRole('button', { name: 'Clore la séance et compter 1 accompagnement' }).click();
  await desk.getByText('Séance close : 1 accompagnement compté.').waitFor();
  await nationSays({ Personnes: 1, Accompagnements: 1, Séances: 1 });
});

it('records a drop-in in four taps, and one that had to be refused', async () => {
  await open(desk, '/drop-in');
  for (const key of ['Aide aux démarches administratives', '30', 'Partiellement autonome']) {
    await desk.getByRole('radio', { name: key, exact: true }).check();
  }
  await desk.getByRole('button', { name: 'Enregistrer le passage' }).click();
  await desk.getByText(/^Passage enregistré à/).waitFor();
  await nationSays({ Accompagnements: 2 });
  await desk.getByRole('button', { name: 'Pas pu accueillir' }).click();
  await desk.getByText(/^Passage non accueilli noté à/).waitFor();
  await desk.getByRole('heading', { name: 'Non accueillis aujourd’hui' }).waitFor();
});

it('receives a device, grades it and sells it: payment, receipt, the day’s takings', async () => {
  await open(desk, '/devices');
  await desk.getByRole('button', { name: 'Recevoir un matériel' }).first().click();
  await desk.getByRole('combobox', { name: 'Type' }).selectOption({ label: 'Ordinateur' });
  await desk.getByRole('button', { name: 'Recevoir un matériel' }).click();
  await desk.getByRole('link', { name: /^Matériel BXPC.* reçu/ }).click();
  await desk.getByRole('button', { name: 'En cours de traitement' }).click();
  await desk.getByRole('radio', { name: 'Choisie à la main' }).check();
  await desk.getByRole('combobox', { name: 'Catégorie' }).selectOption('B');
  await desk.getByLabel('Raison').fill('Contrôle visuel');
  await desk.getByRole('button', { name: 'Donner la catégorie' }).click();
  await desk.getByText('Catégorie donnée.').waitFor();
  await desk.getByRole('button', { name: 'Noter l’effacement' }).click();
  await desk.getByRole('button', { name: 'Prêt à distribuer' }).click();
  await desk.getByRole('button', { name: 'Vendre' }).click();

  await desk.getByRole('combobox', { name: 'Paiement' }).selectOption({ label: 'Carte bancaire' });
  await desk.getByLabel('Acheteur').fill(NAME);
  await desk.getByRole('button', { name: 'Choisir' }).click();
  await desk.getByRole('button', { name: /^Encaisser 70,00/ }).click();
  await desk.getByText(/^Vente BX-\d{4}-\d+ enregistrée/).waitFor();
  await desk.emulateMedia({ media: 'print' });
  await desk
    .getByText(/^BX-\d{4}-\d+$/)
    .last()
    .waitFor({ state: 'visible' });
  await desk.emulateMedia({ media: 'screen' });
  await desk.getByRole('region', { name: 'Caisse du jour' }).getByText('Carte bancaire').waitFor();
  await nationSays({ 'Matériels vendus': 1, Encaissements: 70, Accompagnements: 3, Personnes: 1 });
});

it('tells the day on Today as it was', async () => {
  await open(desk, '/today');
  const since = desk.getByRole('region', { name: 'Depuis ce matin' });
  await since.getByText('Non accueillis').waitFor();
  await desk.getByRole('link', { name: TITLE }).waitFor();
});
