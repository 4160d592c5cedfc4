/*
 * `npm run bench -- B3 B11`: measures what is named, everything without names, and keeps the result in
 * docs/performance.md with the machine it was measured on. `--json` prints one line per peer besides. `--scale 0.1` is the part
 * of ten years of a nation that B9 makes up. `npm run bench -- abuse` asks what the gateway must refuse at once.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../deploy/build.mjs';
import { bootstrap, giveUp, pinnedNode, root } from '../../deploy/local/bootstrap.mjs';
import { fetchOutboxPeers } from './peers/fetch-outbox-peers.mjs';
import { fetchPeers } from './peers/fetch-peers.mjs';

const { values: options, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, scale: { type: 'string', default: '0.02' } },
});
const names = asked.filter((name) => /^b\d+$/i.test(name)).map((name) => name.toUpperCase());
const files = asked.filter((name) => !/^b\d+$/i.test(name));
const measures = (...benches) => asked.length === 0 || benches.some((one) => names.includes(one));
const opens = (file) => files.some((one) => file.includes(one));
try {
  await bootstrap();
  // The relay, the gateways and the network are measured as processes of their own.
  if (measures('B1', 'B2', 'B4') || opens('outbox.bench.ts') || opens('live.bench.ts')) await build();
  else if (measures('B6', 'B7') || opens('gateway.bench.ts')) await build(false, ['services']);
  if (measures('B1', 'B2') || opens('outbox.bench.ts')) await fetchOutboxPeers();
  if (measures('B6', 'B7') || opens('gateway.bench.ts')) await fetchPeers('gateway');
  if (measures('B9') || opens('reporting.bench.ts')) await fetchPeers('reporting');
  if (measures('B3') || opens('figures.bench.ts')) await fetchPeers('figures');
} catch (error) {
  giveUp(error);
}

// What has to be refused at once is asked of a whole network of its own, and its table printed.
if (files.includes('abuse')) {
  await build().catch(giveUp);
  const config = ['node_modules/jest/bin/jest.js', '--silent=false', '--config', 'e2e/bench/abuse/jest.config.js'];
  const NODE_OPTIONS = '--experimental-vm-modules --disable-warning=ExperimentalWarning';
  const env = { ...process.env, NODE_OPTIONS };
  process.exit(spawnSync(pinnedNode(), config, { cwd: root, stdio: 'inherit', env }).status ?? 1);
}

const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
const results = join(folder, 'results.jsonl');
writeFileSync(results, '');
const jest = ['node_modules/jest/bin/jest.js', '--config', 'e2e/bench/jest.config.js', ...files];
if (names.length > 0) jest.push('-t', `^(${names.join('|')})\\b`);
const { status } = spawnSync(pinnedNode(), jest, {
  cwd: root,
  stdio: ['ignore', 2, 2],
  env: {
    ...process.env,
    BENCH_RESULTS: results,
    BENCH_SCALE: options.scale,
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
  },
});
const lines = readFileSync(results, 'utf8').split('\n').filter(Boolean);
rmSync(folder, { recursive: true, force: true });
if (options.json) for (const line of lines) console.log(line);
keep(lines.map((line) => JSON.parse(line)));
process.exit(status ?? 1);

/** Puts each result in its row of the page, a new one at its place. */
function keep(found) {
  const page = join(root, 'docs', 'performance.md');
  const text = readFileSync(page, 'utf8');
  const [head, table] = text.split(/<!-- measured -->\n+/);
  const known = new Map(
    (table ?? '')
      .split('\n')
      .filter((row) => /^\| B\d/.test(row))
      .map((row) => [keyOf(row), row]),
  );
  for (const result of found) {
    const row = rowOf(result);
    known.set(keyOf(row), row);
  }
  const order = (row) => Number(/^\| B(\d+)/.exec(row)?.[1] ?? 0);
  const rows = [...known.values()].sort((a, b) => order(a) - order(b));
  const title = '| bench | against | ours | ratio | 95 % of it | target | share of the limit | right | measured |';
  writeFileSync(
    page,
    `${head}<!-- measured -->\n${[title, '|---|---|---|---|---|---|---|---|---|', ...rows].join('\n')}\n`,
  );
  spawnSync(pinnedNode(), ['node_modules/@biomejs/biome/bin/biome', 'format', '--write', page], { cwd: root });
}

function keyOf(row) {
  return row
    .split('|')
    .slice(1, 3)
    .map((cell) => cell.trim())
    .join(' ');
}

function rowOf({ bench, peer, value, unit, ratio, low, high, target, limit_share: share, correct }) {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  const measured = `${new Date().toISOString().slice(0, 10)}, ${machine}, Node ${process.versions.node}`;
  const cells = [
    bench,
    peer,
    `${value} ${unit}`,
    ratio,
    `${low} – ${high}`,
    target,
    share ?? '–',
    correct ? 'yes' : 'NO',
    measured,
  ];
  return `| ${cells.join(' | ')} |`;
}
