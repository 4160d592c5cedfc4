/*
 * `npm run check`: everything a change must pass, one step after the other, each with its time; the first that fails ends
 * it. The last line counts the tests. A machine runs exactly this.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, Obstacle, pinnedNode, root } from './local/bootstrap.mjs';

const reports = join(root, '.local', 'reports');
const jestOptions = '--experimental-vm-modules --disable-warning=ExperimentalWarning';

/** A tool among the installed packages, run by the pinned Node. */
const tool = (script, ...args) => ({ command: [join('node_modules', script), ...args] });

/** A Jest run whose tests are counted. */
const jest = (name, ...args) => ({
  command: ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${reportOf(name)}`, ...args],
  report: reportOf(name),
});

const rules = ['--config', '.dependency-cruiser.cjs', '--output-type', 'err'];
const parts = ['services', 'libs', 'deploy', 'e2e'];

const journeyPorts = Number(process.env.JOURNEY_PORT_BASE ?? 4900);
const journeys = (half) => jest(`journeys-${half}`, '--config', 'e2e/journeys/jest.config.js', `--shard=${half}/2`);

function reportOf(name) {
  return join(reports, `${name}.json`);
}

/** In this order: what is quick to fail comes first. Lanes run beside each other, for neither fills two cores. */
const steps = [
  { name: 'lockfile', command: ['deploy/complete-lockfile.mjs', '--check'] },
  {
    lanes: [
      [
        { name: 'format', ...tool('@biomejs/biome/bin/biome', 'ci', '--colors=off', '--diagnostic-level=error') },
        { name: 'types', ...tool('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json') },
      ],
      [
        { name: 'dependency rules', ...tool('dependency-cruiser/bin/dependency-cruiser.mjs', ...rules, ...parts) },
        {
          name: 'types of the dashboard',
          ...tool('typescript/bin/tsc', '--noEmit', '-p', 'services/dashboard/tsconfig.json'),
        },
      ],
    ],
  },
  { name: 'build', command: ['deploy/build.mjs'] },
  { name: 'contracts', command: ['dist/deploy/contracts/main.js', '--check'] },
  { name: 'tests of the dashboard', ...jest('dashboard', '--config', 'services/dashboard/jest.config.js') },
  {
    lanes: [
      [
        { name: 'tests', ...jest('tests', '--ignoreProjects', 'chaos') },
        { name: 'tests that kill', ...jest('kill', '--selectProjects', 'chaos') },
        // On a network of its own, beside the other.
        { name: 'journeys over all pages', ...journeys(2), env: { JOURNEY_PORT_BASE: `${journeyPorts + 60}` } },
      ],
      [
        { name: 'journeys', ...journeys(1), env: { JOURNEY_PORT_BASE: `${journeyPorts}` } },
        // Half a minute in which everything breaks; the long runs are a command of their own.
        {
          name: 'chaos',
          command: ['e2e/chaos/chaos.mjs', '--seed', '1', '--seconds', '30'],
          env: { CHAOS_PORT_BASE: `${journeyPorts + 120}` },
        },
      ],
    ],
  },
  // Last, because a page that grew too heavy must not hide what the tests have to say.
  { name: 'budget of the dashboard', command: ['services/dashboard/check-budget.mjs'] },
];

const LAST_WORDS_MS = 5_000;

const counted = { passed: 0, failed: 0 };

async function check() {
  await bootstrap();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  for (const step of steps) if (!(await passes(step))) return 1;
  return 0;
}

/** Runs a step, or lanes of them beside each other; each tells its time and, once it has ended, what it had to say. */
async function passes({ lanes, ...step }) {
  if (!lanes) return run(step, 'inherit');
  const names = lanes.map((lane) => lane.map(({ name }) => name).join(', then '));
  console.log(`▸ ${names.join('; beside it ')}`);
  const all = await Promise.all(lanes.map(passesInTurn));
  return all.every((ok) => ok);
}

async function passesInTurn(lane) {
  for (const step of lane) if (!(await run(step, 'pipe'))) return false;
  return true;
}

async function run(step, output) {
  const begun = performance.now();
  if (output === 'inherit') console.log(`▸ ${step.name}`);
  const { ok, said } = await execute(step, output);
  count(step, ok);
  if (output === 'pipe') process.stdout.write(`▸ ${step.name}\n${said}`);
  console.log(`  ${ok ? 'passed' : 'FAILED'} in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return ok;
}

function execute({ command, env: own }, output) {
  return new Promise((done) => {
    const env = { ...process.env, ...own, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${jestOptions}`.trim() };
    const child = spawn(pinnedNode(), command, { cwd: root, stdio: ['ignore', output, output], env });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (said += text));
    child.on('error', () => done({ ok: false, said }));
    // What it left running may hold its output open for ever.
    child.on('exit', (code) => setTimeout(done, LAST_WORDS_MS, { ok: code === 0, said }));
    child.on('close', (code) => done({ ok: code === 0, said }));
  });
}

/** A step that fails without a failed test to show for it counts as one. */
function count({ report }, ok) {
  const result = report && existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
  counted.passed += result?.numPassedTests ?? 0;
  const failed = Math.max(result?.numFailedTests ?? 0, result?.numRuntimeErrorTestSuites ?? 0);
  counted.failed += ok ? 0 : Math.max(failed, 1);
}

const code = await check().catch((error) => {
  console.error(error instanceof Obstacle ? `✗ ${error.message}` : error);
  counted.failed += 1;
  return 1;
});
console.log(`${counted.passed} passed, ${counted.failed} failed`);
process.exit(code);
