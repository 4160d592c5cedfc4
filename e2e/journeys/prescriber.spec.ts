import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { newPerson, open, openBrowser, signIn } from './browser.ts';
import { network } from './caller.js';
import { bordeaux, session } from './given.js';

const TITLE = `Séance orientée ${Date.now()}`;
let browser: Browser;
let page: Page;
let sessionId: string;

beforeAll(async () => {
  const { placeId } = await bordeaux();
  sessionId = await session(TITLE, placeId, 200);
  browser = await openBrowser();
  page = await signIn(await newPerson(browser), network(), 'Samir Benali');
}, 120_000);
afterAll(() => browser.close());

it('shows a session to somebody who sends people there: its seats, and nobody’s name', async () => {
  await open(page, `/sessions/${sessionId}`);
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await page.getByText('8 places libres').waitFor();
  expect(await page.getByText('ne répond pas').count()).toBe(0);
});
