import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { complaints, newPerson, open, openBrowser, overflow, PHONE, signIn } from './browser.ts';
import { network } from './caller.js';
import { bordeaux, session } from './given.js';

/** A week of which nobody planned anything, on each side. */
const QUIET = '2031-W20';
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const { placeId } = await bordeaux();
  await session('Séance de la grille', placeId, 20);
  browser = await openBrowser();
  page = await signIn(await newPerson(browser), network(), 'Camille Durand');
}, 120_000);
afterAll(() => browser.close());

const grid = () => page.getByRole('table', { name: /^Semaine \d+, du / });

it('shows the week as days beside hours, each session with its state in a word', async () => {
  await open(page, '/sessions');
  const block = grid()
    .getByRole('link', { name: /Séance de la grille/ })
    .first();
  expect(await block.textContent()).toMatch(/ouverte · 0\/8/);
  expect(await overflow(page)).toBe(0);
  expect(await complaints(page)).toEqual([]);
});

it('walks over the free hours with the arrows and opens the form with the day and hour filled in', async () => {
  await open(page, '/sessions');
  const first = grid().locator('button[tabindex="0"]');
  await first.focus();
  const from = await first.getAttribute('aria-label');
  await page.keyboard.press('ArrowDown');
  const slot = page.locator('button:focus');
  const chosen = (await slot.getAttribute('aria-label')) ?? '';
  expect(chosen).toMatch(/^Planifier une séance \p{L}+ \d/u);
  expect(chosen).not.toBe(from);
  await page.keyboard.press('Enter');
  const begins = page.getByLabel('Début');
  await begins.waitFor();
  expect(await begins.inputValue()).toMatch(new RegExp(`T${chosen.slice(-5)}$`));
});

it('keeps the week and the table in the address, and says that a week is empty with what to do', async () => {
  await open(page, `/sessions?week=${QUIET}`);
  await page.getByText('Rien de prévu cette semaine-là.').waitFor();
  await page.getByRole('button', { name: 'Suivante →' }).click();
  await page.waitForURL(/week=2031-W21/);
  await page.goBack();
  await page.waitForURL(/week=2031-W20/);
  await page.locator('section').getByRole('button', { name: 'Planifier une séance' }).click();
  expect(await page.getByLabel('Début').inputValue()).toBe('2031-05-12T10:00');
  await open(page, '/sessions?show=table');
  await page.getByRole('cell', { name: 'Séance de la grille' }).first().waitFor();
  await open(page, '/sessions?week=2026-W99');
  await page.getByText('n’est pas une semaine').waitFor();
});

it('is an agenda on a phone', async () => {
  await page.setViewportSize(PHONE);
  await open(page, '/sessions');
  await page.getByRole('link', { name: 'Séance de la grille' }).first().waitFor();
  expect(await grid().count()).toBe(0);
  expect(await overflow(page)).toBe(0);
  expect(await complaints(page)).toEqual([]);
});
