import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { complaints, newPerson, open, openBrowser, overflow, PHONE, signIn } from './browser.ts';
import { ask, command, network } from './caller.js';
import { bordeaux, daysAgo, person, series, session } from './given.js';

const MANAGER = 'branch-manager-bordeaux';
let browser: Browser;
let page: Page;
let placeId: string;

beforeAll(async () => {
  ({ placeId } = await bordeaux());
  await session('Séance de la semaine', placeId, 30);
  browser = await openBrowser();
  page = await signIn(await newPerson(browser), network(), 'Camille Durand');
}, 120_000);
afterAll(() => browser.close());

const faults = async (shown: Page) => [await overflow(shown), ...(await complaints(shown))];

it('plans a course from a pattern whose dates are shown first, one of them left out', async () => {
  await open(page, '/series/new');
  await page.getByLabel('À partir du').fill(daysAgo(-35));
  await page.getByLabel('Heure de début').fill('18:00');
  await page.getByRole('group', { name: 'Dates du parcours' }).getByRole('checkbox').nth(5).waitFor();
  expect(await faults(page)).toEqual([0]);
  const kept = await page
    .getByRole('group', { name: 'Dates du parcours' })
    .getByRole('checkbox', { checked: true })
    .count();
  await page
    .getByRole('group', { name: 'Dates du parcours' })
    .getByRole('checkbox', { checked: true })
    .first()
    .uncheck();
  await page.getByRole('button', { name: `Planifier les ${kept - 1} séances` }).click();
  await page.waitForURL(/\/series\/[0-9a-f-]{36}/);
  await page
    .getByText(`${kept - 1} séances`)
    .first()
    .waitFor();
  expect(await faults(page)).toEqual([0]);
});

it('fills a seat of a full course from its line: offered, shown, and taken by a link without any sign-in', async () => {
  const seriesId = await series('Parcours complet', placeId, 1);
  const seated = await person('Irène', 'Assise');
  await command(MANAGER, 'enrolInSeries', { seriesId, beneficiaryId: seated });
  await command(MANAGER, 'joinWaitlist', { seriesId, beneficiaryId: await person('Paul', 'Patient') });
  await open(page, `/series/${seriesId}`);
  await page.getByText('1. attend depuis le').waitFor();
  expect(await faults(page)).toEqual([0]);
  await command(MANAGER, 'leaveSeries', { seriesId, beneficiaryId: seated });
  await open(page, `/series/${seriesId}`);
  await page.getByText('Place proposée, réponse attendue avant').waitFor();
  expect(await faults(page)).toEqual([0]);

  const { data } = await ask(MANAGER, `{ workshopSeries(id: "${seriesId}") { waitlist { items { offerToken } } } }`);
  const shown = data?.['workshopSeries'] as { waitlist: { items: { offerToken: string }[] } };
  const link = `${network()}/offers#${shown.waitlist.items[0]?.offerToken ?? ''}`;
  const stranger = await (await newPerson(browser, { viewport: PHONE })).newPage();
  await stranger.goto(link);
  await stranger.getByText('Parcours complet · Bordeaux').waitFor();
  expect(await stranger.getByRole('listitem').count()).toBe(3);
  expect(await stranger.content()).not.toMatch(/Patient|Paul/);
  expect(await faults(stranger)).toEqual([0]);
  await stranger.getByRole('button', { name: 'J’accepte la place' }).click();
  await stranger.getByText('Votre place est réservée').waitFor();
  await stranger.reload();
  await stranger.getByText('Cette proposition a déjà reçu une réponse.').waitFor();
  await stranger.context().close();

  await open(page, `/series/${seriesId}`);
  await page.getByText('Personne n’attend.').waitFor();
});

it('plans the week before again, and says what was left out', async () => {
  await open(page, '/sessions');
  await page.getByRole('button', { name: 'Suivante →' }).click();
  await page.getByRole('button', { name: 'Dupliquer la semaine précédente' }).click();
  await page.getByText(/séances? planifiées?\. Laissées de côté/).waitFor();
  expect(await faults(page)).toEqual([0]);
});

it('opens an address for the branch’s calendar, which a calendar program reads', async () => {
  await open(page, '/series');
  await page.getByRole('button', { name: 'Créer une adresse' }).click();
  await page.getByRole('button', { name: 'Copier l’adresse' }).first().waitFor();
  expect(await faults(page)).toEqual([0]);
  const { data } = await ask(MANAGER, '{ calendarFeeds(branch: "BX") { token } }');
  const [{ token = '' } = {}] = data?.['calendarFeeds'] as { token?: string }[];
  const calendar = await (await fetch(`${network()}/calendars/${token}.ics`)).text();
  expect(calendar).toMatch(/^BEGIN:VCALENDAR[\s\S]*SUMMARY:Séance de la semaine/);
});

it('shows a year by the day, each day leading to its week', async () => {
  await open(page, '/sessions/year');
  await page.getByText(/\d+ séances? en \d{4}, \d+ places dont/).waitFor();
  expect(await faults(page)).toEqual([0]);
  await page
    .getByRole('link', { name: /\d séances?, \d+ places prises sur/ })
    .first()
    .click();
  await page.waitForURL(/\/sessions\?week=/);
});
