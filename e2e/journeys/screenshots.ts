/*
 * Takes every page of every persona in French, at desk and phone width, light and dark, for somebody to look at. The
 * network must run; arguments name the personas, all when there are none.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../deploy/local/paths.ts';
import { type Persona, personas } from '../../deploy/local/personas.ts';
import { portBase } from '../../deploy/local/ports.ts';
import { DESK, newPerson, openBrowser, PHONE, settled, signIn } from './browser.ts';
import { everyPage } from './pages.ts';

const SIZES = { desk: DESK, phone: PHONE } as const;
const SCHEMES = ['light', 'dark'] as const;
const folder = join(root, '.local', 'screenshots');
const address = `http://localhost:${portBase(process.env)}`;
const wanted = process.argv.slice(2);

const browser = await openBrowser();
try {
  for (const persona of personas.filter(({ id }) => wanted.length === 0 || wanted.includes(id))) await take(persona);
} finally {
  await browser.close();
}

async function take(persona: Persona): Promise<void> {
  const own = join(folder, persona.id);
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own, { recursive: true });
  const context = await newPerson(browser);
  const page = await signIn(context, address, persona.name);
  for await (const { name, path } of everyPage(page, persona.role)) {
    await photograph(page, (size, scheme) => join(own, `${name}-${size}-${scheme}.png`));
    console.log(`${persona.id}  ${path}`);
  }
  await context.close();
}

/** The whole page, in both sizes and both themes. */
async function photograph(page: Page, fileOf: (size: string, scheme: string) => string): Promise<void> {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await settled(page);
      await page.screenshot({ path: fileOf(size, colorScheme), fullPage: true });
    }
  }
  await page.setViewportSize(DESK);
}
