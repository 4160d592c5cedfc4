import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** A desk and a phone, as the design names them. */
export const DESK = { width: 1280, height: 900 } as const;
export const PHONE = { width: 390, height: 844 } as const;

/** Where systems keep it. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Rules of WCAG 2.2 level AA and below. */
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The system's Chromium, without a window. CHROMIUM names another one. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? PLACES.find(existsSync);
  if (!executablePath) throw new Error('No Chromium here: install it, or name one in CHROMIUM');
  const quiet = ['--disable-quic', '--disable-background-networking', '--no-first-run', '--disable-component-update'];
  return chromium.launch({ executablePath, args: [...quiet, '--disable-sync'] });
}

/** What a person brings: a browser that knows nobody, in French, its clock in France. */
export function newPerson(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: DESK,
    reducedMotion: 'reduce',
    acceptDownloads: true,
    ...options,
  });
}

/** A tab in which the persona of that name has signed in, standing on their own first page. */
export async function signIn(context: BrowserContext, address: string, name: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(address);
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.getByRole('navigation', { name: /^Menu/ }).first().waitFor();
  await settled(page);
  return page;
}

/** Waits until the page has its title and nothing on it is still loading. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor({ state: 'attached' });
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
}

/** Follows an address of the dashboard within the tab, as a link would: tokens live in the tab and a load keeps them. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
  await settled(page);
}

/** What axe has against the page as it stands, by all rules or these: one line for each element. */
export async function complaints(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source);
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: AXE_TAGS };
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'] });
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(document, ${options})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary?.split('\n')[1] ?? ''}`),
  );
}

/** How many pixels of the page lie beyond its right edge; a page that needs sideways scrolling has some. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** What a key figure says, as written. */
export async function figure(page: Page, label: string): Promise<string> {
  return (
    (await page.getByRole('group', { name: label, exact: true }).locator('> div').nth(1).innerText()).split('\n')[0] ??
    ''
  );
}

/** Waits until a key figure says just that, without anybody reloading the page. */
export async function untilFigure(page: Page, label: string, said: string): Promise<void> {
  await page.getByRole('group', { name: label, exact: true }).getByText(said, { exact: true }).waitFor();
}

/** A count as the dashboard writes it in French. */
export function count(value: number): string {
  return new Intl.NumberFormat('fr-FR').format(value);
}

/** The number that the dashboard wrote in French. */
export function numberIn(text: string): number {
  return Number(text.replaceAll(/[^\d,]/g, '').replace(',', '.'));
}

/** A day and hour in France, so many minutes from now, as a date-and-time field takes it. */
export function inMinutes(minutes: number): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' });
  return parts.format(new Date(Date.now() + minutes * 60_000)).replace(' ', 'T');
}
