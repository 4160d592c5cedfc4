/*
 * Set-up of a worker whose test files share their modules: bare Node reads our TypeScript, as `npm run build` would write
 * it, and takes `libs/` from their sources. Loading a whole service costs seconds; here it is loaded once for all its
 * specs, not once for each of them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const root = new URL('../../../', import.meta.url);
const { $schema, ...swc } = JSON.parse(readFileSync(new URL('.swcrc', root), 'utf8'));
const { imports } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const typescript = /\.ts(\?|$)/;

registerHooks({
  resolve(specifier, context, next) {
    const url = sourceOf(specifier, context.parentURL);
    return url ? { url, shortCircuit: true } : next(specifier, context);
  },
  load(url, context, next) {
    if (!typescript.test(url)) return next(url, context);
    const filename = fileURLToPath(url.replace(/\?.*/, ''));
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      ...swc,
      filename,
      swcrc: false,
      sourceMaps: 'inline',
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
process.setSourceMapsEnabled(true);

function sourceOf(specifier, parent) {
  if (specifier === '@jest/globals') return new URL('./globals.mjs', import.meta.url).href;
  const library = imports[specifier]?.source;
  if (library) return new URL(library, root).href;
  if (!specifier.startsWith('.') || !specifier.endsWith('.js') || !typescript.test(parent ?? '')) return;
  const url = new URL(specifier.replace(/\.js$/, '.ts'), parent);
  return existsSync(url) ? url.href : undefined;
}
