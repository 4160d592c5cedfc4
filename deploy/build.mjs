/*
 * `npm run build`: services, libs and tools to dist/, the dashboard to dist/dashboard. What has not changed since its
 * last build is left alone; `--force` builds all the same.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { giveUp, Obstacle, pinnedNode, root } from './local/bootstrap.mjs';

const dashboard = 'services/dashboard';
const shared = ['package-lock.json', 'package.json', 'deploy/build.mjs'];

const parts = [
  {
    name: 'services',
    sources: ['services', 'libs', 'deploy', '.swcrc', ...shared],
    ignored: dashboard,
    targets: ['dist/services', 'dist/libs', 'dist/deploy'],
    // biome-ignore format: a command line
    command: ['node_modules/@swc/cli/bin/swc.js', 'services', 'libs', 'deploy', '-d', 'dist', '--config-file', '.swcrc',
      '--only', '**/*.ts', '--ignore', '**/services/dashboard/**,**/*.spec.ts'],
  },
  {
    name: 'dashboard',
    // It borrows the permission table and the schema of the whole.
    sources: [dashboard, 'libs/access', 'services/gateway', 'deploy/local/personas.ts', ...shared],
    targets: ['dist/dashboard', 'dist/dashboard-documents.json'],
    command: [
      'node_modules/vite/bin/vite.js',
      'build',
      '--config',
      `${dashboard}/vite.config.ts`,
      '--logLevel',
      'warn',
    ],
    absent: !existsSync(join(root, dashboard, 'vite.config.ts')),
  },
];

/** Builds what is stale, of all parts or of those named; says which parts those were. */
export async function build(force = false, names = parts.map((part) => part.name)) {
  const stale = parts.filter((part) => names.includes(part.name) && !part.absent && (force || isStale(part)));
  await Promise.all(stale.map(buildPart));
  return stale.map((part) => part.name);
}

/** Whether there is anything to build. */
export const buildIsStale = () => parts.some((part) => !part.absent && isStale(part));

async function buildPart(part) {
  const fingerprint = fingerprintOf(part);
  for (const target of part.targets) rmSync(join(root, target), { recursive: true, force: true });
  await execute(part);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampOf(part), fingerprint);
}

function execute(part) {
  return new Promise((done, fail) => {
    const child = spawn(pinnedNode(), part.command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
      });
    }
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) return done();
      process.stderr.write(said);
      fail(new Obstacle(`Building the ${part.name} failed: mend what the lines above name and start again.`));
    });
  });
}

const stampOf = (part) => join(root, 'dist', `.${part.name}`);

function isStale(part) {
  const stamp = stampOf(part);
  if (!existsSync(stamp) || !existsSync(join(root, part.targets[0]))) return true;
  return readFileSync(stamp, 'utf8') !== fingerprintOf(part);
}

/** Names, sizes and times of all sources: enough to see a change, much faster than reading them. */
function fingerprintOf(part) {
  const digest = createHash('sha256');
  const visit = (path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (!stat || path === part.ignored) return;
    if (!stat.isDirectory()) return void digest.update(`${path}\0${stat.size}\0${stat.mtimeMs}\0`);
    for (const name of readdirSync(join(root, path)).sort()) visit(`${path}/${name}`);
  };
  for (const source of part.sources) visit(source);
  return digest.digest('hex');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build(process.argv.includes('--force')).catch(giveUp);
}
