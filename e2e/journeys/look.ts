import type { Page } from 'playwright-core';
import { complaints, DESK, overflow, PHONE, settled } from './browser.ts';
import type { Found } from './pages.ts';

/** The narrowest screen that a page must fit without sideways scrolling (WCAG 1.4.10). */
const NARROW = { width: 320, height: 640 } as const;

/**
 * A part that says its service does not answer or that it could not be read, though every service answers: somebody is
 * asked for what they may not see, or for more than the gateway gives at once.
 */
export async function silentParts(page: Page, { name }: Found): Promise<string[]> {
  return (await page.getByText(/ne répond pas|Rien n’est perdu/).count()) > 0
    ? [`${name}: a part does not answer`]
    : [];
}

/**
 * All that is wrong with a page as it stands, at desk and phone width, and dark; and whether it fits 320 pixels. At a
 * glance it is looked at in one way only: of a page that was seen of another person, or with more on it, what differs is what it says.
 */
export async function faultsOf(page: Page, { name }: Found, glance = false): Promise<string[]> {
  const found: string[] = [];
  for (const [size, viewport] of [['desk', DESK] as const, ...(glance ? [] : [['phone', PHONE] as const])]) {
    await page.setViewportSize(viewport);
    // The theme changes colours and nothing else, and no colour depends on the width: of the dark page its colours are asked once.
    for (const colorScheme of glance || size === 'phone' ? (['light'] as const) : (['light', 'dark'] as const)) {
      await page.emulateMedia({ colorScheme });
      const said = await complaints(page, colorScheme === 'dark' ? ['color-contrast'] : undefined);
      found.push(...said.map((words) => `${name} ${size} ${colorScheme}: ${words}`));
    }
  }
  await page.setViewportSize(NARROW);
  await settled(page);
  const beyond = await overflow(page);
  if (beyond > 0) found.push(`${name}: ${beyond} pixels beyond the edge at ${NARROW.width}`);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(DESK);
  return found;
}
