/*
 * Writes the contracts, or with `--check` compares them with what is committed. Run by deploy/contracts.mjs.
 * A broken promise is written only with `--accept-breaking`: for what nobody outside relies on yet.
 */
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { CATALOGUE } from '#events';
import { apiSchemaOf, composeSupergraph } from '../../services/gateway/src/compose-supergraph.js';
import { DASHBOARD_TYPES, dashboardTypes } from './dashboard-types.js';
import { eventPages, jsonOf } from './event-pages.js';
import { fileNameOf, type JsonSchema, schemaOf } from './event-schemas.js';
import { type Fixture, faultsOf, fixtureOf } from './fixtures.js';
import { privacyPages } from './privacy-pages.js';
import { brokenPromises } from './promises.js';
import { ambiguousCodes, REFUSAL_PAGE, refusalPage } from './refusal-page.js';
import { describeServices } from './services.js';
import { writtenEvents, writtenRefusals } from './sources.js';

const SUPERGRAPH = 'services/gateway/supergraph.graphql';
const API = 'services/gateway/supergraph-api.graphql';
const FIXTURES = 'libs/events/fixtures';
const checking = process.argv.includes('--check');
const accepting = process.argv.includes('--accept-breaking');

try {
  process.exitCode = await contracts();
} catch (error) {
  // A schema that does not compose is the reader's to mend: its sentences say where, our stack does not.
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

async function contracts(): Promise<number> {
  const { described, absent } = await describeServices();
  for (const name of absent) console.log(`- ${name}: has no module yet, left out`);
  const supergraph = composeSupergraph(
    described.map(({ name, sdl }) => ({ name, sdl, url: `http://${name}.internal/graphql` })),
  );
  const api = apiSchemaOf(supergraph);
  const refusals = writtenRefusals('.');
  const fixtures = globSync(`${FIXTURES}/*.json`)
    .sort()
    .map((file) => JSON.parse(readFileSync(file, 'utf8')) as Fixture);
  const schemas = new Map(
    globSync('docs/events/*.json').map((file) => [
      basename(file, '.json'),
      JSON.parse(readFileSync(file, 'utf8')) as JsonSchema,
    ]),
  );
  const committed = { api: textOf(API), schemas, fixtures };
  const broken = [...(await brokenPromises(committed, { api, definitions: CATALOGUE })), ...ambiguousCodes(refusals)];
  const files = new Map([
    [SUPERGRAPH, supergraph],
    [API, api],
    [REFUSAL_PAGE, refusalPage(refusals)],
    ...eventPages(CATALOGUE, writtenEvents('.'), described),
    ...privacyPages(described),
    ...missingFixtures(fixtures),
  ]);
  const stale = [...files].filter(([file, text]) => textOf(file) !== text).map(([file]) => file);
  if (broken.length > 0 && !accepting) {
    console.error('✗ These promises would be broken:');
    for (const line of broken) console.error(`  - ${line}`);
    console.error('  Add instead of changing, or define a new version with a way up from the old one.');
    console.error('  Where nobody relies on it yet: npm run contracts -- --accept-breaking');
    return 1;
  }
  // The types are made of the schema on the disk: when that is stale, they are as well.
  const typesAreStale = () => textOf(DASHBOARD_TYPES) !== dashboardTypes();
  if (checking) return report(typesAreStale() ? [...stale, DASHBOARD_TYPES] : stale);
  if (accepting) forget(fixtures);
  for (const file of stale) write(file, files.get(file) ?? '');
  if (typesAreStale()) {
    write(DASHBOARD_TYPES, dashboardTypes());
    stale.push(DASHBOARD_TYPES);
  }
  console.log(stale.length === 0 ? 'contracts: nothing had changed' : `contracts: wrote ${stale.join(', ')}`);
  return 0;
}

/** Fixtures of what has none, or whose old one is given up. */
function missingFixtures(fixtures: readonly Fixture[]): [string, string][] {
  const kept = new Set(
    fixtures
      .filter((fixture) => !accepting || faultsOf(fixture, CATALOGUE).length === 0)
      .map(({ type, version }) => fileNameOf({ name: type, version })),
  );
  return [...CATALOGUE.values()]
    .filter((definition) => !kept.has(fileNameOf(definition)))
    .map((definition) => [
      `${FIXTURES}/${fileNameOf(definition)}.json`,
      jsonOf(fixtureOf(definition, schemaOf(definition))),
    ]);
}

/** Takes away what was given up: an event that is no longer defined. */
function forget(fixtures: readonly Fixture[]): void {
  for (const { type, version } of fixtures) {
    if (CATALOGUE.has(type)) continue;
    for (const folder of [FIXTURES, 'docs/events'])
      rmSync(`${folder}/${fileNameOf({ name: type, version })}.json`, { force: true });
  }
}

function report(stale: readonly string[]): number {
  if (stale.length === 0) return 0;
  console.error('✗ Stale, run npm run contracts and commit:');
  for (const file of stale) console.error(`  - ${file}`);
  return 1;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
