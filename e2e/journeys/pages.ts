import type { Page } from 'playwright-core';
import { may, type Role } from '../../libs/access/src/permissions.ts';
import { ADDRESSES, type Address, type AddressName } from '../../services/dashboard/src/app/routes.ts';
import { open } from './browser.ts';

/** One page of the dashboard, at the address at which it was found. */
export interface Found {
  readonly name: AddressName;
  readonly path: string;
}

const ALL = Object.entries(ADDRESSES) as readonly (readonly [AddressName, Address])[];

/**
 * Every page that somebody of this role may see, opened one after the other: what the menu offers, what lies beside it,
 * and of every kind of record the first that some page links to. A page joins by being in the dashboard's `routes.ts`.
 */
export async function* everyPage(page: Page, role: Role): AsyncGenerator<Found> {
  const menu = await linksIn(page, 'nav');
  const sections = new Set(menu.map(sectionOf));
  const beside = ALL.map(([, { path }]) => path).filter((path) => !path.includes('$') && sections.has(sectionOf(path)));
  const ahead = [...menu, ...beside];
  const seen = new Set<AddressName>();
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    const name = nameOf(path);
    if (name === undefined || seen.has(name) || !mayOpen(role, name)) continue;
    seen.add(name);
    await open(page, path);
    yield { name, path };
    ahead.push(...(await linksIn(page, 'main')), ...furtherThan(name, path));
  }
}

/** What stands under a page's own address, whether or not a link shows it at this hour: a session's attendance. */
function furtherThan(name: AddressName, path: string): string[] {
  const own = `${ADDRESSES[name].path}/`;
  return ALL.map(([, { path: other }]) => other)
    .filter((other) => other.startsWith(own) && !other.slice(own.length).includes('$'))
    .map((other) => `${path.split(/[?#]/)[0]}/${other.slice(own.length)}`);
}

/** The addresses that the links of a part of the page lead to. */
export async function linksIn(page: Page, part: 'nav' | 'main'): Promise<string[]> {
  return page
    .locator(`${part} a[href^="/"]`)
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}

/** Whether the role may see the page at all. */
export function mayOpen(role: Role, name: AddressName): boolean {
  const { needs }: Address = ADDRESSES[name];
  return needs === undefined || may(role, needs);
}

/** Which page an address leads to; words of its own go before a record's id. */
export function nameOf(href: string): AddressName | undefined {
  const steps = stepsOf(href);
  const fits = ALL.filter(([, { path }]) => {
    const wanted = stepsOf(path);
    return wanted.length === steps.length && wanted.every((step, at) => step.startsWith('$') || step === steps[at]);
  });
  const params = ([, { path }]: readonly [AddressName, Address]) => path.split('$').length;
  return fits.sort((a, b) => params(a) - params(b))[0]?.[0];
}

function stepsOf(href: string): string[] {
  return (href.split(/[?#]/)[0] ?? '').split('/').filter(Boolean);
}

function sectionOf(href: string): string {
  return stepsOf(href)[0] ?? '';
}
