import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { personas } from '../../deploy/local/personas.ts';
import { ADDRESSES, type AddressName } from '../../services/dashboard/src/app/routes.ts';
import { newPerson, openBrowser, signIn } from './browser.ts';
import { ask, command, network } from './caller.js';
import {
  assessed,
  bordeaux,
  faultySale,
  followed,
  LYON,
  opened,
  person,
  prescription,
  sale,
  series,
  session,
  soldTwice,
  triedList,
} from './given.js';
import { faultsOf, silentParts } from './look.ts';
import { everyPage } from './pages.ts';

const DONOR = { kind: 'ORGANISATION', name: 'Donateur visible' };

let browser: Browser;
const seen = new Set<AddressName>();
/** Every question that a page has asked, by its text. */
const asked = new Set<string>();

/** One of every kind of record, so that every page has something to show. */
beforeAll(async () => {
  const { placeId } = await bordeaux();
  const id = await person('Ana', 'Visible');
  const sessionId = await session('Atelier visible', placeId, 5);
  await command('branch-manager-bordeaux', 'enrolInSession', { sessionId, beneficiaryId: id });
  const exercise = { title: 'Exercice visible', level: 'BEGINNER', themes: ['EMAIL'], minutes: 30 };
  await command('branch-manager-bordeaux', 'addResource', { ...exercise, url: 'https://exemple.fr/exercice' });
  await series('Parcours visible', placeId);
  await command('branch-manager-bordeaux', 'recordDropIn', { minutes: 30, themes: ['EMAIL'], beneficiaryId: id });
  await sale(id);
  await faultySale(id);
  await soldTwice();
  await triedList();
  await series('Parcours visible', placeId, 6);
  await opened(LYON);
  const asked = { from: 'LY', lines: [{ type: 'COMPUTER', grade: 'B', count: 2 }] };
  await command('branch-manager-bordeaux', 'requestTransfer', asked);
  // Twice the same person, and one whom a prescriber sends.
  await person('Ana', 'Visible');
  await prescription('Nora', 'Visible');
  const zoe = await person('Zoé', 'Visible', 300);
  await assessed(zoe);
  await followed(zoe);
  const donor = await command('branch-manager-bordeaux', 'registerDonor', DONOR);
  const lots = [{ label: 'Lot visible', expected: 2, weightGrams: 5_000 }];
  await command('branch-manager-bordeaux', 'receiveDonation', { donorId: donor['id'], lots });
  // Opening a record puts it among those last opened, where the page of people finds it.
  await ask('branch-manager-bordeaux', 'query ($id: UUID!) { beneficiary(id: $id) { id } }', { id });
  browser = await openBrowser();
}, 120_000);
afterAll(() => browser.close());

/** One of each role: two managers differ in what their branches hold, not in their pages. */
const oneOfEach = personas.filter(({ role }, at) => personas.findIndex((other) => other.role === role) === at);

it.each(oneOfEach.map((persona) => [persona.id, persona] as const))(
  'shows %s every page of theirs without a fault',
  async (_id, persona) => {
    const context = await newPerson(browser);
    context.on('request', (request) => {
      if (request.url().endsWith('/graphql')) asked.add((request.postDataJSON() as { query: string }).query);
    });
    const page = await signIn(context, network(), persona.name);
    const faults: string[] = [];
    for await (const found of everyPage(page, persona.role)) {
      faults.push(...(await faultsOf(page, found, seen.has(found.name))));
      faults.push(...(await silentParts(page, found)));
      seen.add(found.name);
    }
    await context.close();
    expect(faults).toEqual([]);
  },
  600_000,
);

it('has seen every page that the dashboard has', () => {
  // What an import run says is seen in the journey of the import.
  const elsewhere: readonly AddressName[] = ['importRun'];
  const names = (Object.keys(ADDRESSES) as AddressName[]).filter((name) => !elsewhere.includes(name));
  expect(names.filter((name) => !seen.has(name))).toEqual([]);
});

it('has asked nothing that the build did not write down', () => {
  const known = new Set(JSON.parse(readFileSync('dist/dashboard-documents.json', 'utf8')) as string[]);
  const unknown = [...asked].filter((text) => !known.has(createHash('sha256').update(text).digest('hex')));
  expect(unknown).toEqual([]);
  expect(asked.size).toBeGreaterThan(40);
});
