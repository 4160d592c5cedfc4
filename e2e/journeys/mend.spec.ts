import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { count, figure, newPerson, numberIn, open, openBrowser, signIn, untilFigure } from './browser.ts';
import { command, network } from './caller.js';
import { bordeaux, daysAgo, person, readyComputer, sale, session } from './given.js';

const MANAGER = 'branch-manager-bordeaux';
let browser: Browser;
let desk: Page;
let nation: Page;
let placeId: string;
let personId: string;

beforeAll(async () => {
  ({ placeId } = await bordeaux());
  personId = await person('Rosa', 'Corrigible');
  browser = await openBrowser();
  const context = await newPerson(browser);
  desk = await signIn(context, network(), 'Camille Durand');
  nation = await signIn(context, network(), 'Claire Fontaine');
}, 120_000);
afterAll(() => browser.close());

/** A dialog that asks why, answered and confirmed. */
async function because(reason: string, confirm: string): Promise<void> {
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('Motif').fill(reason);
  await dialog.getByRole('button', { name: confirm }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** What the national tab says of a figure once `act` is done and counted. */
async function after(tile: string, by: number, act: () => Promise<unknown>): Promise<void> {
  const before = numberIn(await figure(nation, tile));
  await act();
  await untilFigure(nation, tile, count(before + by));
}

it('never mends without a reason', async () => {
  await open(desk, `/people/${personId}`);
  await desk.getByRole('button', { name: 'Annuler la fiche' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Annuler la fiche' }).click();
  await dialog.getByRole('alert').getByText('Indiquez la raison').waitFor();
  await dialog.getByRole('button', { name: 'Ne rien changer' }).click();
});

it('changes how to reach a person, and a mistake from the start', async () => {
  await desk.getByRole('button', { name: 'Modifier les coordonnées' }).click();
  await desk.getByLabel('Ni téléphone ni courriel').uncheck();
  await desk.getByRole('textbox', { name: 'Téléphone' }).fill('06 12 34 56 78');
  await desk.getByRole('button', { name: 'Enregistrer les coordonnées' }).click();
  await desk.getByText('06\u00a012\u00a034\u00a056\u00a078').waitFor();

  await desk.getByRole('button', { name: 'Corriger une erreur' }).click();
  await desk.getByLabel('Année de naissance').fill('1950');
  await because('Année mal lue', 'Corriger la fiche');
  await desk.getByText('70 ans et plus').waitFor();
  await desk.getByRole('region', { name: 'Corrections' }).getByText('Année mal lue').waitFor();
});

it('changes a situation from a day on; a day before the enrolment is refused and nothing typed is lost', async () => {
  const changing = await person('Nadia', 'Changeante', 40);
  await open(desk, `/people/${changing}`);
  await desk.getByRole('button', { name: 'Sa situation a changé' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('Statut social').selectOption({ label: 'En emploi' });
  await dialog.getByLabel('À partir du').fill(daysAgo(50));
  await dialog.getByRole('button', { name: 'Enregistrer la nouvelle situation' }).click();
  await dialog.getByRole('alert').waitFor();
  expect(await dialog.getByLabel('Statut social').inputValue()).toBe('EMPLOYED');
  await dialog.getByLabel('À partir du').fill(daysAgo(10));
  await dialog.getByRole('button', { name: 'Enregistrer la nouvelle situation' }).click();
  await dialog.waitFor({ state: 'detached' });
  await desk.getByText('En emploi').waitFor();
});

it('corrects a drop-in, then takes it back: the figures follow each time', async () => {
  const recorded = { minutes: 30, themes: ['EMAIL'], devicesUsed: ['PHONE'] };
  await after('Accompagnements', 1, () => command(MANAGER, 'recordDropIn', recorded));
  await open(desk, '/drop-in');
  const mine = desk.getByRole('region', { name: 'Mes passages du jour' });
  await mine
    .getByRole('button', { name: /^Corriger le passage/ })
    .first()
    .click();
  await desk.getByRole('dialog').getByLabel('Thématique').selectOption({ label: 'Santé' });
  await because('Mauvaise thématique', 'Enregistrer la correction');
  await mine.getByText('Santé').first().waitFor();
  await after('Accompagnements', -1, async () => {
    await mine
      .getByRole('button', { name: /^Annuler le passage/ })
      .first()
      .click();
    await because('Saisi deux fois', 'Annuler');
  });
});

it('takes back a drop-in that was noted as refused', async () => {
  await command(MANAGER, 'refuseDropIn', {});
  await open(desk, '/drop-in');
  const refused = desk.getByRole('region', { name: 'Non accueillis aujourd’hui' });
  const buttons = refused.getByRole('button', { name: /^Annuler le passage non accueilli/ });
  const before = await buttons.count();
  await buttons.first().click();
  await because('Erreur de saisie', 'Annuler ce passage');
  await expect(buttons.nth(before - 1).waitFor({ state: 'detached' })).resolves.toBeUndefined();
});

it('reopens a closed session, cancels another: seats and acts follow', async () => {
  const closed = await session('Séance à rouvrir', placeId, 5);
  const { id: enrolmentId } = await command(MANAGER, 'enrolInSession', { sessionId: closed, beneficiaryId: personId });
  await command(MANAGER, 'markAttendance', { enrolmentId, attendance: 'SEEN' });
  await after('Séances', 1, () => command(MANAGER, 'closeSession', { sessionId: closed }));
  await open(desk, `/sessions/${closed}/attendance`);
  await after('Séances', -1, async () => {
    await desk.getByRole('button', { name: 'Rouvrir' }).click();
    await because('Une personne manquait', 'Rouvrir');
  });
  await open(desk, `/sessions/${closed}`);
  await desk.getByRole('button', { name: 'Annuler la séance' }).click();
  await because('Médiatrice absente', 'Annuler la séance');
  await desk.getByText('annulée').waitFor();
});

it('corrects what a device is, then takes its reception back', async () => {
  const tag = await readyComputer();
  await open(desk, `/devices/${tag}`);
  await desk.getByRole('button', { name: 'Corriger', exact: true }).click();
  await desk.getByRole('dialog').getByLabel('Catégorie').selectOption('A');
  await because('Relu avec soin', 'Corriger le matériel');
  await desk.getByText('Ordinateur, catégorie A').waitFor();
  await desk.getByRole('button', { name: 'Annuler la réception' }).click();
  await because('Reçu par erreur', 'Annuler la réception');
  await desk.getByRole('heading', { level: 1, name: 'Stock' }).waitFor();
});

it('corrects how a sale was paid, then takes it back: takings and devices follow', async () => {
  let id = '';
  await after('Matériels vendus', 1, async () => {
    id = await sale(personId);
  });
  await open(desk, `/sales/${id}`);
  await desk.getByRole('button', { name: 'Corriger le paiement ou l’acheteur' }).click();
  await desk.getByRole('combobox', { name: 'Paiement' }).selectOption({ label: 'Carte bancaire' });
  await desk.getByLabel('Motif').fill('Payé par carte');
  await desk.getByRole('button', { name: 'Enregistrer la correction' }).click();
  await desk.getByRole('region', { name: 'Corrections' }).getByText('Payé par carte').waitFor();
  await after('Matériels vendus', -1, async () => {
    await desk.getByRole('button', { name: 'Annuler la vente' }).click();
    await because('Matériel rendu', 'Annuler la vente');
  });
  await desk.getByText('Annulée', { exact: true }).waitFor();
});

it('takes a record back last, with its reason beside it', async () => {
  await open(desk, `/people/${personId}`);
  await desk.getByRole('button', { name: 'Annuler la fiche' }).click();
  await because('Inscrite deux fois', 'Annuler la fiche');
  await desk.getByText('Fiche annulée').waitFor();
});
