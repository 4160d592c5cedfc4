import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { complaints, newPerson, open, openBrowser, overflow, PHONE, settled, signIn } from './browser.ts';
import { ask, command, network } from './caller.js';
import { bordeaux, readyComputer } from './given.js';

const HELPER = 'helper-bordeaux';
let browser: Browser;
/** One phone, which two members use. */
let phone: BrowserContext;
let helper: Page;

beforeAll(async () => {
  await bordeaux();
  browser = await openBrowser();
  phone = await newPerson(browser, { viewport: PHONE });
  helper = await signIn(phone, network(), 'Hugo Martin');
}, 120_000);
afterAll(() => browser.close());

const faults = async (page: Page) => [await overflow(page), ...(await complaints(page))];

/** What the helper's drop-ins of today took, oldest first, and when each was. */
async function acts(): Promise<{ minutes: number; occurredAt: string }[]> {
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' });
  const list = `supportActs(on: "${today}", solution: DROP_IN, mine: true, first: 100)`;
  const { data } = await ask(HELPER, `{ ${list} { items { minutes occurredAt } } }`);
  const { items } = data?.['supportActs'] as { items: { minutes: number; occurredAt: string }[] };
  return items.sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));
}

async function passage(page: Page, minutes: string): Promise<void> {
  for (const key of ['Aide aux démarches administratives', minutes, 'Autonome'])
    await page.getByRole('radio', { name: key, exact: true }).check();
  await page.getByRole('button', { name: 'Enregistrer le passage' }).click();
}

it('keeps drop-ins on a phone without a network, for whoever entered them alone, until they are back', async () => {
  await open(helper, '/drop-in');
  await phone.setOffline(true);
  const began = Date.now();
  await passage(helper, '15');
  await helper.getByText('1 passage en attente d’envoi').waitFor();
  expect(Date.now() - began).toBeLessThan(15_000);
  await passage(helper, '45');
  await helper.getByText('2 passages en attente d’envoi').waitFor();
  expect(await helper.getByText('gardé ici').count()).toBe(2);
  expect(await faults(helper)).toEqual([0]);
  const entered = Date.now();
  await helper.close();
  await phone.setOffline(false);

  const other = await signIn(phone, network(), 'Camille Durand');
  await open(other, '/drop-in');
  await passage(other, '30');
  await other.getByText(/^Passage enregistré à/).waitFor();
  expect(await other.getByText('en attente d’envoi').count()).toBe(0);
  expect(await acts()).toEqual([]);
  await other.close();

  helper = await signIn(phone, network(), 'Hugo Martin');
  await open(helper, '/drop-in');
  await helper.getByText('2 passages envoyés.').waitFor();
  const sent = await acts();
  expect(sent.map(({ minutes }) => minutes)).toEqual([15, 45]);
  for (const { occurredAt } of sent) {
    expect(Date.parse(occurredAt)).toBeGreaterThanOrEqual(began);
    expect(Date.parse(occurredAt)).toBeLessThanOrEqual(entered);
  }
  await open(helper, '/drop-in');
  await passage(helper, '30');
  await helper.getByText(/^Passage enregistré à/).waitFor();
  expect((await acts()).map(({ minutes }) => minutes)).toEqual([15, 45, 30]);
});

it('sends by itself when the network is back; what is refused then is shown, mended and counted', async () => {
  const before = (await acts()).length;
  await phone.setOffline(true);
  await passage(helper, '60');
  await helper.getByText('1 passage en attente d’envoi').waitFor();
  await helper.getByRole('button', { name: 'Pas pu accueillir' }).click();
  await helper.getByText(/^Personne non accueillie, le/).waitFor();
  // The phone's clock stands two years back for one drop-in.
  await helper.clock.setSystemTime(Date.now() - 2 * 366 * 86_400_000);
  await passage(helper, '90');
  await helper.getByText('3 passages en attente d’envoi').waitFor();
  await helper.clock.setSystemTime(Date.now());
  await phone.setOffline(false);
  await helper.getByText('Un passage se note dans l’année qui suit.').waitFor();
  await helper.getByText('2 passages envoyés.').waitFor();
  await helper.getByText('Non accueillis aujourd’hui').waitFor();
  expect((await acts()).length).toBe(before + 1);
  expect(await faults(helper)).toEqual([0]);

  await helper.getByRole('button', { name: /^Reprendre le passage/ }).click();
  await helper.getByText('Ce passage sera daté de maintenant.').waitFor();
  await helper.getByRole('button', { name: 'Enregistrer le passage' }).click();
  await helper.getByText(/^Passage enregistré à/).waitFor();
  await open(helper, '/drop-in');
  await settled(helper);
  expect(await helper.getByText('Gardés sur cet appareil').count()).toBe(0);
  expect((await acts()).slice(before).map(({ minutes }) => minutes)).toEqual([60, 90]);
});

it('sells with the network cut: each sale goes once, at its own time; a device sold twice waits for somebody to settle it', async () => {
  const [twice, mine] = [await readyComputer(), await readyComputer()];
  const taken = async () => {
    const { data } = await ask(HELPER, '{ dayTakings { sales totalCents } }');
    return data?.['dayTakings'] as { sales: number; totalCents: number };
  };
  const before = await taken();
  await open(helper, '/till');
  await helper.getByLabel('Étiquette du matériel').waitFor();
  await settled(helper);
  await phone.setOffline(true);
  for (const [count, tag] of [
    ['1 vente en attente d’envoi', twice],
    ['2 ventes en attente d’envoi', mine],
  ] as const) {
    await helper.getByLabel('Étiquette du matériel').fill(tag);
    await helper.getByRole('button', { name: 'Chercher' }).click();
    await helper.getByText('Sans réseau : prix tel que connu au dernier passage.').waitFor();
    await helper.getByRole('button', { name: 'Encaisser 70,00 €' }).click();
    await helper.getByText(count).waitFor();
  }
  expect(await faults(helper)).toEqual([0]);
  const payments = [{ kind: 'CASH', cents: 7_000 }];
  await command('branch-manager-bordeaux', 'makeSale', { lines: [{ tag: twice }], payments });
  await phone.setOffline(false);
  await helper.getByText('1 vente envoyée.').waitFor();
  await helper.getByText(/^1 vente gardée est refusée par les règles/).waitFor();
  // What was taken three times is in the till three times, sold or not.
  expect(await taken()).toEqual({ sales: before.sales + 2, totalCents: before.totalCents + 21_000 });

  const manager = await signIn(await newPerson(browser, { viewport: PHONE }), network(), 'Camille Durand');
  await open(manager, '/till');
  await manager.getByRole('link', { name: /vente à régler|ventes à régler/ }).click();
  await manager.getByText(`Le matériel ${twice} a déjà été vendu`).waitFor();
  expect(await faults(manager)).toEqual([0]);
  await manager
    .getByRole('button', { name: /^Rembourser la vente du/ })
    .first()
    .click();
  const dialog = manager.getByRole('dialog');
  await dialog.getByRole('textbox').fill('La personne a rendu le matériel');
  await dialog.getByRole('button', { name: 'Rembourser' }).click();
  await dialog.waitFor({ state: 'detached' });
  await manager.getByText(`Le matériel ${twice} a déjà été vendu`).waitFor({ state: 'detached' });
  expect(await taken()).toEqual({ sales: before.sales + 2, totalCents: before.totalCents + 14_000 });
  await manager.context().close();
});
