import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { personas } from '../../deploy/local/personas.ts';
import { newPerson, openBrowser, settled, signIn } from './browser.ts';
import { network } from './caller.js';
import { bordeaux } from './given.js';

let browser: Browser;
beforeAll(async () => {
  await bordeaux();
  browser = await openBrowser();
}, 120_000);
afterAll(() => browser.close());

/** Where each begins, by what they are for. */
const LANDINGS: Readonly<Record<string, string>> = {
  'branch-manager-bordeaux': 'Aujourd’hui',
  'branch-manager-lille': 'Aujourd’hui',
  'helper-bordeaux': 'Aujourd’hui',
  'national-coordinator': 'Le réseau',
  'prescriber-bordeaux': 'Séances',
  auditor: 'Le réseau',
  administrator: 'État',
  'api-client': 'Console',
};

it.each(personas.map(({ id, name }) => [id, name]))(
  'leads %s to a page made for them, and every entry of their menu opens',
  async (id, name) => {
    const context = await newPerson(browser);
    const page = await signIn(context, network(), name);
    await page.getByRole('heading', { level: 1, name: LANDINGS[id] ?? '' }).waitFor();
    const menu = page.getByRole('navigation', { name: 'Menu principal' });
    const entries = await menu.getByRole('listitem').getByRole('link').allInnerTexts();
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) {
      await menu.getByRole('link', { name: entry, exact: true }).click();
      await menu
        .getByRole('link', { name: entry, exact: true, includeHidden: false })
        .and(page.locator('[aria-current="page"]'))
        .waitFor();
      await settled(page);
      expect(await page.getByRole('alert').allInnerTexts()).toEqual([]);
    }
    await context.close();
  },
  90_000,
);

it('tells whoever opens a page that is not theirs so, in words', async () => {
  const context = await newPerson(browser);
  const page = await signIn(context, network(), 'Samir Benali');
  await page.goto(`${network()}/till`);
  await page.getByText('Cette page n’est pas ouverte à votre rôle.').waitFor();
  await context.close();
});
