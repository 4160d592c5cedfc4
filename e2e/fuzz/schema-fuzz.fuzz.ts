import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { accessTokenFor } from '../../deploy/local/access-token.ts';
import { personas } from '../../deploy/local/personas.ts';
import { may } from '../../libs/access/src/permissions.ts';
import { type Caller, callers } from '../access/matrix/callers.ts';
import { Policy } from '../access/matrix/policy.ts';
import { publicSchema } from '../access/matrix/questions.ts';
import { recordsOf } from '../access/matrix/records.ts';
import { network } from '../journeys/caller.js';
import { bordeaux, LILLE, LYON, opened } from '../journeys/given.js';
import { knownOf } from './known.ts';
import { reasonsToDoubt } from './soundness.ts';

/** What one caller's questions came to. */
interface Told {
  readonly asked: Readonly<Record<string, number>>;
  readonly answered: readonly string[];
  readonly refused: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly bugs: readonly { label: string; status: number; query: string; errors: unknown[] }[];
}

const env = (name: string): string => process.env[name] ?? '';
const folder = mkdtempSync(join(tmpdir(), 'passerelle-fuzz-'));
const policy = new Policy();
const schema = publicSchema();
const operations = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
  Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name}.${field}`),
);
/** Ends the sessions of whoever asks: asked last. */
const LAST = 'Mutation.endOwnSessions';
const AT_ONCE = 45;
const ROUNDS = 4;
const answered = new Set<string>();
const lines: string[] = [];
/** Of what was never answered, how it was refused to the last who might have it. */
const said = new Map<string, string>();
const everybody = callers().filter(({ role }) => role !== null && (env('FUZZ_ROLE') || role) === role);

beforeAll(async () => {
  await bordeaux();
  await opened(LILLE);
  await opened(LYON);
  const records = [
    await recordsOf('BX', 'branch-manager-bordeaux', 'Bordeaux', '33063'),
    await recordsOf('LI', 'branch-manager-lille', 'Lille', '59350'),
  ] as const;
  writeFileSync(join(folder, 'known.json'), JSON.stringify(await knownOf(...records)));
}, 180_000);

afterAll(() => {
  const left = operations.filter((label) => !answered.has(label));
  lines.push(`all roles: ${answered.size} of ${operations.length} operations answered`);
  for (const label of left) lines.push(`never: ${label} ${said.get(label) ?? 'not asked'}`);
  process.stderr.write(`${lines.join('\n')}\n`);
  if (!env('FUZZ_KEEP')) rmSync(folder, { recursive: true, force: true });
});

const mayAsk = ({ role }: Caller, label: string) => {
  const [type = '', field = ''] = label.split('.');
  return role !== null && policy.of(type, field).every((permission) => may(role, permission));
};

it.each(everybody.map((caller) => [caller.name, caller] as const))(
  'answers %s with data or with a refusal, never with a bug',
  async (name, caller) => {
    const theirs = operations.filter((label) => mayAsk(caller, label) && label !== LAST);
    const others = operations.filter((label) => !mayAsk(caller, label));
    const told: Told[] = [];
    // A token lasts ten minutes: so many operations are asked with one.
    // What was never answered is asked again: by then more records exist, in more states.
    for (let round = 1, left = theirs; round <= ROUNDS && left.length > 0; round += 1) {
      for (let from = 0; from < left.length; from += AT_ONCE)
        told.push(await asked(caller, left.slice(from, from + AT_ONCE), 'positive', Number(env('FUZZ_EXAMPLES'))));
      const so = new Set(told.flatMap((part) => part.answered));
      left = left.filter((label) => !so.has(label));
    }
    told.push(await asked(caller, theirs, 'negative', 2));
    told.push(await asked(caller, others, 'all', 2));
    told.push(await asked(caller, mayAsk(caller, LAST) ? [LAST] : [], 'positive', 3));
    const heard = new Set(told.flatMap((part) => part.answered));
    for (const label of heard) answered.add(label);
    const bugs = told.flatMap((part) => part.bugs);
    const count = told.flatMap((part) => Object.values(part.asked)).reduce((a, b) => a + b, 0);
    const silent = [...theirs, LAST].filter((label) => mayAsk(caller, label) && !heard.has(label));
    const allowed = operations.filter((label) => mayAsk(caller, label)).length;
    lines.push(
      `${name}: ${count} questions, ${allowed - silent.length} of ${allowed} operations answered, ${bugs.length} bugs`,
    );
    for (const label of silent) said.set(label, words(told, label));
    expect(bugs).toEqual([]);
  },
  1_800_000,
);

const words = (told: readonly Told[], label: string) =>
  JSON.stringify(Object.assign({}, ...told.map(({ refused }) => refused[label] ?? {})));

it('leaves every fact, sum and figure right behind', async () => {
  expect(await reasonsToDoubt()).toEqual([]);
}, 300_000);

let runs = 0;

/** Has schemathesis ask these operations, so many examples of each. */
async function asked(
  caller: Caller,
  labels: readonly string[],
  mode: 'positive' | 'negative' | 'all',
  examples: number,
): Promise<Told> {
  if (labels.length === 0) return { asked: {}, answered: [], refused: {}, bugs: [] };
  const name = caller.name.replaceAll(' ', '-');
  const report = join(folder, `${name}-${++runs}.json`);
  const file = join(process.cwd(), 'services/gateway/supergraph-api.graphql');
  const args = [
    ...['run', file, '--url', `${network()}/graphql`, '--checks', 'is_no_bug', '--phases', 'fuzzing'],
    ...[
      '--mode',
      mode,
      '--max-examples',
      String(examples),
      '--seed',
      env('FUZZ_SEED'),
      '--no-shrink',
      '--continue-on-failure',
    ],
    ...['--generation-database', 'none', '--suppress-health-check', 'all', '--no-color', '--warnings', 'off'],
    ...['-H', `Authorization: Bearer ${await freshTokenOf(caller)}`],
    ...labels.flatMap((label) => ['--include-name', label]),
  ];
  const settings = {
    SCHEMATHESIS_HOOKS: 'hooks',
    PYTHONPATH: join(process.cwd(), 'e2e/fuzz'),
    PYTHONDONTWRITEBYTECODE: '1',
    FUZZ_SCHEMA: file,
    FUZZ_KNOWN: join(folder, 'known.json'),
    FUZZ_POOL: join(folder, `${name}-records.json`),
    FUZZ_REPORT: report,
    FUZZ_SEED: String(Number(env('FUZZ_SEED')) + runs),
    FUZZ_BRANCH: caller.branches[0] === '*' ? '' : (caller.branches[0] ?? ''),
  };
  const said = await run(env('FUZZ_PROGRAM'), args, { ...process.env, ...settings, NODE_OPTIONS: '' });
  writeFileSync(report.replace('.json', '.log'), said);
  if (/Hook Error|Traceback/.test(said)) throw new Error(said.slice(-4_000));
  try {
    return JSON.parse(readFileSync(report, 'utf8')) as Told;
  } catch {
    throw new Error(`schemathesis wrote nothing down: ${said.slice(-2_000)}`);
  }
}

const freshTokenOf = async (caller: Caller) =>
  personas.some(({ id }) => id === caller.name)
    ? accessTokenFor(caller.name, env('JOURNEY_IDENTITY'), network())
    : caller.token();

function run(program: string, args: readonly string[], settings: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd: folder, env: settings, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (text += piece.toString()));
    child.on('error', fail);
    child.on('exit', () => done(text));
  });
}
