// Measures what a first visit to each page downloads and refuses a build that grew too heavy.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const out = fileURLToPath(new URL('../../dist/dashboard/', import.meta.url));
const KB = 1000;
/** First load of any page: script, style and the two preloaded fonts. Drawing library apart, on pages of figures. */
const BUDGET = { script: 220 * KB, style: 30 * KB, fonts: 80 * KB, drawing: 170 * KB };

const manifest = readManifest();
const gzipped = (file) => gzipSync(readFileSync(out + file)).length;
const failures = [];

const entry = Object.values(manifest).find((chunk) => chunk.isEntry);
const first = closure(entry);
check('first load, script', sum(first.scripts), BUDGET.script);
check('first load, style', sum(first.styles), BUDGET.style);
check(
  'preloaded fonts',
  preloaded().reduce((total, file) => total + readFileSync(out + file).length, 0),
  BUDGET.fonts,
);

for (const [source, chunk] of Object.entries(manifest)) {
  if (!source.endsWith('.page.tsx')) continue;
  const page = closure(chunk);
  check(source.replace(/^src\//, ''), sum(new Set([...first.scripts, ...page.scripts])), BUDGET.script);
}
const drawing = Object.entries(manifest).find(([source]) => source.endsWith('line-drawing.tsx'))?.[1];
if (drawing) {
  const own = [...closure(drawing).scripts].filter((file) => !first.scripts.has(file));
  check('drawing library', sum(own), BUDGET.drawing);
}

if (failures.length > 0) {
  process.stderr.write(`Over budget: ${failures.join(', ')}\n`);
  process.exitCode = 1;
}

/** A chunk and all that it imports at once; what is imported later is not part of it. */
function closure(chunk, seen = { scripts: new Set(), styles: new Set() }) {
  if (seen.scripts.has(chunk.file)) return seen;
  seen.scripts.add(chunk.file);
  for (const style of chunk.css ?? []) seen.styles.add(style);
  for (const name of chunk.imports ?? []) closure(manifest[name], seen);
  return seen;
}

function sum(files) {
  return [...files].reduce((total, file) => total + gzipped(file), 0);
}

function preloaded() {
  const page = readFileSync(`${out}index.html`, 'utf8');
  const named = [...page.matchAll(/rel="preload"[^>]*href="\/([^"]+)"/g)].map((match) => match[1]);
  return named.filter((file) => readdirSync(`${out}assets`).includes(file.replace('assets/', '')));
}

function check(what, size, budget) {
  const fits = size <= budget;
  if (!fits) failures.push(what);
  process.stdout.write(`${fits ? 'ok  ' : 'OVER'} ${what}: ${(size / KB).toFixed(1)} of ${budget / KB} kB gzip\n`);
}

function readManifest() {
  try {
    return JSON.parse(readFileSync(`${out}.vite/manifest.json`, 'utf8'));
  } catch {
    process.stderr.write('No build to measure: run `npm run build:dashboard` first.\n');
    process.exit(1);
  }
}
