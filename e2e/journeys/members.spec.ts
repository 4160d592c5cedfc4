import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { accessTokenFor } from '../../deploy/local/access-token.ts';
import { complaints, newPerson, open, openBrowser, settled, signIn } from './browser.ts';
import { network } from './caller.js';
import { bordeaux, LILLE, opened } from './given.js';
import { invitationTo } from './mail.ts';

let browser: Browser;
const identity = () => String(process.env['JOURNEY_IDENTITY']);
/** The promise is a minute. */
const WITHIN_MS = 60_000;

beforeAll(async () => {
  await bordeaux();
  await opened(LILLE);
  browser = await openBrowser();
}, 120_000);
afterAll(() => browser.close());

/** Camille, who manages Bordeaux, invites a helper; the helper accepts and signs in. */
async function join(manager: Page, name: string, mail: string): Promise<Page> {
  await open(manager, '/members/new');
  await manager.getByLabel('Nom').fill(name);
  await manager.getByLabel('Courriel').fill(mail);
  expect(await complaints(manager)).toEqual([]);
  await manager.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await manager.getByRole('heading', { level: 1, name }).waitFor();
  await manager.getByText('Invité', { exact: true }).waitFor();
  const link = await invitationTo(mail);
  const page = await (await newPerson(browser)).newPage();
  await page.goto(link);
  await page.getByRole('button', { name: 'Accepter l’invitation' }).click();
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('navigation', { name: /^Menu/ }).first().waitFor();
  await settled(page);
  return page;
}

async function ask(token: string): Promise<{ status: number; code?: unknown }> {
  const answer = await fetch(`${network()}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ branches { items { code } } }' }),
  });
  const said = (await answer.json()) as { errors?: { extensions: { code: unknown } }[] };
  return { status: answer.status, ...(said.errors ? { code: said.errors[0]?.extensions.code } : {}) };
}

it('lets a manager invite a helper, who joins by mail, sees their branch alone, and is out within a minute of leaving', async () => {
  const context = await newPerson(browser);
  const manager = await signIn(context, network(), 'Camille Durand');
  const mail = 'zoe.nouvelle@passerelle.example';
  const helper = await join(manager, 'Zoé Nouvelle', mail);
  expect(await helper.getByText('Zoé Nouvelle').count()).toBeGreaterThan(0);
  expect(await helper.getByRole('banner').getByText('Bordeaux').count()).toBe(1);
  await helper.goto(`${network()}/members`);
  await helper.getByText('Cette page n’est pas ouverte à votre rôle.').waitFor();

  const token = await accessTokenFor(mail, identity(), network());
  const live = await fetch(`${network()}/live`, { headers: { authorization: `Bearer ${token}` } });
  const heard = new Response(live.body).text();
  expect(await ask(token)).toEqual({ status: 200 });

  await open(manager, '/members');
  await manager.getByRole('link', { name: 'Zoé Nouvelle' }).click();
  await manager.getByRole('button', { name: 'Retirer' }).click();
  await manager.getByRole('dialog').getByRole('button', { name: 'Retirer' }).click();
  await manager.getByText('Retiré', { exact: true }).first().waitFor();
  const withdrawnAt = performance.now();
  expect(await heard).toMatch(/event: expired\ndata: {}\n\n$/);
  expect(await ask(token)).toEqual({ status: 401, code: 'SESSION_ENDED' });
  expect(performance.now() - withdrawnAt).toBeLessThan(WITHIN_MS);
  await expect(accessTokenFor(mail, identity(), network())).rejects.toThrow();

  await helper.goto(`${network()}/today`);
  await helper.getByText('Votre session a pris fin').waitFor();
  await context.close();
  await helper.context().close();
}, 180_000);

it('signs a person out everywhere from one tab', async () => {
  const context = await newPerson(browser);
  const here = await signIn(context, network(), 'Jeanne Petit');
  const there = await signIn(await newPerson(browser), network(), 'Jeanne Petit');
  await here.getByRole('button', { name: /Jeanne Petit/ }).click();
  await here.getByRole('menuitem', { name: 'Mes sessions…' }).click();
  // The header, and a line for each of the two tabs.
  await here.getByRole('dialog').getByRole('row').nth(2).waitFor();
  expect(await complaints(here)).toEqual([]);
  await here.getByRole('dialog').getByRole('button', { name: 'Se déconnecter partout' }).click();
  await here.waitForURL((url) => url.origin !== network() || url.pathname === '/');
  await there.waitForFunction(`fetch('/config.json').then(() => true)`);
  await open(there, '/branches').catch(() => undefined);
  await there.getByText('Votre session a pris fin').waitFor({ timeout: WITHIN_MS });
  await context.close();
  await there.context().close();
}, 180_000);
