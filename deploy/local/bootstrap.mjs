/*
 * The first steps on a machine that has nothing but Node 20, npm, Java and Maven: plain JavaScript without a single
 * package, because there are none yet. What can go wrong here is said in one sentence that names the way out.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const local = join(root, '.local');
const jars = join(local, 'kafka', 'libs');
const pom = join(root, 'deploy/local/kafka/pom.xml');

/** A start that cannot succeed: one sentence, no stack. */
export class Obstacle extends Error {}

/** Ends the process with an obstacle's sentence; anything else is a bug and keeps its stack. */
export function giveUp(error) {
  console.error(error instanceof Obstacle ? `\n✗ ${error.message}` : error);
  process.exit(1);
}

/** Says a step, does it, says how long it took; silent about steps that had nothing to do. */
export async function step(words, needed, act) {
  if (!needed) return;
  const begun = performance.now();
  console.error(`• ${words} …`);
  await act();
  console.error(`  ${words}: done in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}

/** Everything that must hold before anything is started. */
export async function bootstrap() {
  refuseOldNode();
  refuseUnwritableDisk();
  refuseOldJava();
  if (!jarsAreThere()) refuseMissingMaven();
  await Promise.all([
    step('Installing packages (npm ci)', packagesAreStale(), installPackages),
    step('Fetching the Kafka broker (Maven)', !jarsAreThere(), fetchJars),
  ]);
}

/** The pinned Node, or on systems it is not packaged for the host's own if that is new enough. */
export function pinnedNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', file);
  if (existsSync(pinned)) return pinned;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  throw new Obstacle(`Node ${process.versions.node} is too old here: install Node 24 and start again.`);
}

/** Goes on under the pinned Node and ends as that process ends. */
export function goOn(script, args = process.argv.slice(2), env = process.env) {
  const node = orGiveUp(pinnedNode);
  // The channel tells a launcher that we are gone, whatever killed us.
  const stdio = ['inherit', 'inherit', 'inherit', ...(script.endsWith('launch.ts') ? ['ipc'] : [])];
  const child = spawn(node, [join(root, script), ...args], { stdio, cwd: root, env });
  // The child decides when it is done; we only pass on what may have reached us alone.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm that is told to end does not tell us: we notice that our parent has become another.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 250).unref();
  }
  child.on('error', giveUp);
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

function orGiveUp(act) {
  try {
    return act();
  } catch (error) {
    return giveUp(error);
  }
}

function refuseOldNode() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Obstacle(`Node ${process.versions.node} is too old: install Node 20 or newer and start again.`);
  }
}

function refuseUnwritableDisk() {
  try {
    mkdirSync(local, { recursive: true });
    const probe = join(local, '.probe');
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (error) {
    throw new Obstacle(`Cannot write to ${local} (${error.code}): make this folder writable or clone elsewhere.`);
  }
  const disk = statfsSync(local);
  if (disk.bavail * disk.bsize < 1e9) {
    throw new Obstacle(`Less than 1 GB is free on the disk of ${root}: free some space and start again.`);
  }
}

function refuseOldJava() {
  const asked = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const found = `${asked.stderr ?? ''}${asked.stdout ?? ''}`.match(/version "(\d+)(?:\.(\d+))?/);
  if (asked.error || !found) {
    throw new Obstacle('Java was not found: install Java 17 or newer (for example openjdk-17-jre-headless).');
  }
  const major = Number(found[1]) === 1 ? Number(found[2]) : Number(found[1]);
  if (major < 17) {
    throw new Obstacle(`Java ${major} is too old for Kafka: install Java 17 or newer and put it first in PATH.`);
  }
}

function refuseMissingMaven() {
  if (spawnSync('mvn', ['-v']).error) {
    throw new Obstacle(
      'Maven was not found: install it (for example apt-get install maven), it fetches the Kafka broker.',
    );
  }
}

function packagesAreStale() {
  const modules = join(root, 'node_modules');
  const installed = join(modules, '.package-lock.json');
  if (!existsSync(installed)) return true;
  if (lstatSync(modules).isSymbolicLink()) return false; // lent by another clone, which looks after it
  const marker = join(modules, '.installed-from');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lockfileHash()) return false;
  return statSync(installed).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs;
}

const lockfileHash = () => hash(join(root, 'package-lock.json'));
const hash = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

// Nothing here needs a package's own install script, and some of them report home.
async function installPackages() {
  const log = await quietly('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (log) throw new Obstacle(`npm ci failed (${lastLine(log)}): see the lines above, then start again.`);
  writeFileSync(join(root, 'node_modules', '.installed-from'), lockfileHash());
}

function jarsAreThere() {
  const marker = join(jars, 'complete');
  return existsSync(marker) && readFileSync(marker, 'utf8') === hash(pom);
}

async function fetchJars() {
  rmSync(jars, { recursive: true, force: true });
  // -C: a download whose checksum does not match is refused, not warned about.
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${jars}`, '-DincludeScope=runtime'];
  const log = await quietly('mvn', ['-C', '-B', '-q', '-f', pom, ...goal]);
  if (log)
    throw new Obstacle(`Maven could not fetch the Kafka broker (${lastLine(log)}): check the network and start again.`);
  writeFileSync(join(jars, 'complete'), hash(pom));
}

/** Runs a command; returns what it printed if it failed, having shown it. */
function quietly(command, args) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.on('error', (error) => done(error.message));
    child.on('close', (code) => {
      if (code === 0) return done('');
      process.stderr.write(said);
      done(said || `exit code ${code}`);
    });
  });
}

const lastLine = (text) => text.trim().split('\n').at(-1)?.slice(0, 120);
