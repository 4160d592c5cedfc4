import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { local, root } from '../../../deploy/local/paths.ts';
import { portsFrom } from '../../../deploy/local/ports.ts';
import { secretsFrom } from '../../../deploy/local/secrets.ts';
import { seedSettings } from '../../../deploy/local/settings.ts';
import type { Caller } from '../caller.ts';
import type { Fact } from '../ledger.ts';
import type { Verdict } from '../verdict.ts';
import type { World } from '../world.ts';
import { foldLedgers } from './reference-fold.ts';

const SUMS = [
  'SUPPORT_ACTS',
  'MINUTES_OF_SUPPORT',
  'PEOPLE_ENROLLED',
  'SESSIONS_HELD',
  'SEATS_OFFERED',
  'ATTENDANCE_SEEN',
  'ATTENDANCE_EXPECTED',
  'DROP_INS_REFUSED',
  'DEVICES_RECEIVED',
  'DEVICES_READY',
  'DEVICES_SOLD',
  'ARTICLES_SOLD',
  'TAKINGS',
  'UNIQUE_PEOPLE',
] as const;
const BREAKDOWNS = [
  ['SUPPORT_ACTS', 'SOLUTION'],
  ['SUPPORT_ACTS', 'GENDER'],
  ['SUPPORT_ACTS', 'THEME'],
  ['PEOPLE_ENROLLED', 'GENDER'],
  ['DEVICES_RECEIVED', 'EQUIPMENT'],
  ['DEVICES_READY', 'EQUIPMENT'],
  ['TAKINGS', 'PAYMENT'],
] as const;

/** I5: what the gateway tells of each branch and of the network is what the ledgers say, reckoned another way. */
export async function checkFigures(
  caller: Pick<Caller, 'ask'>,
  facts: readonly Fact[],
  verdict: Verdict,
): Promise<void> {
  const must = foldLedgers(facts);
  const is = new Map<string, number>();
  for (const scope of ['BX', 'LI', '--']) await tell(caller, scope, is);
  for (const name of new Set([...must.keys(), ...is.keys()]))
    verdict.compare('I5', name, must.get(name) ?? 0, is.get(name) ?? 0);
}

async function tell(caller: Pick<Caller, 'ask'>, scope: string, into: Map<string, number>): Promise<void> {
  const parts = BREAKDOWNS.map(([of, by], n) => `b${n}: breakdown(of: ${of}, by: ${by}) { member value }`);
  const query = `query ($input: FiguresInput!) { told: figures(input: $input) { figures(of: [${SUMS.join(' ')}]) { code value } ${parts.join(' ')} } }`;
  const branches = scope === '--' ? {} : { branches: [scope] };
  const input = { from: '2024-01-01', to: '2029-12-31', ...branches };
  const answer = await caller.ask('national-coordinator', query, { input });
  const told = answer?.data?.['told'] as Record<string, unknown> | null | undefined;
  if (!told) throw new Error(`no figures of ${scope}: ${JSON.stringify(answer?.errors)}`);
  for (const { code, value } of told['figures'] as { code: string; value: number }[])
    if (value !== 0) into.set(`${scope} ${code}`, value);
  for (const [n, [of, by]] of BREAKDOWNS.entries())
    for (const { member, value } of told[`b${n}`] as { member: string; value: number }[])
      if (value !== 0) into.set(`${scope} ${of} ${by} ${member}`, value);
}

/** I4: the product's own proof, from the owners' tables to every cell and every delta. */
export async function checkProof(world: World, verdict: Verdict): Promise<void> {
  const ports = portsFrom(world.layout.portBase);
  const secrets = secretsFrom(join(local, 'secrets.json'));
  const server = { port: ports.postgres, password: secrets.postgres, roleSeed: secrets.roles };
  const { code, said } = await run(
    join(root, 'dist/deploy/local/proof/main.js'),
    seedSettings(process.env, undefined, server),
  );
  for (const line of said) {
    const [, what, must, is] = /^(.*): (-?\d+) in the owner’s tables, (-?\d+) in reporting/.exec(line) ?? [];
    if (what) verdict.compare('I4', what, Number(must), Number(is));
    else if (code !== 0 && !/figures compared/.test(line) && !/set aside/.test(line)) verdict.find('I4', 'lost', line);
  }
}

function run(script: string, env: NodeJS.ProcessEnv): Promise<{ code: number | null; said: string[] }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [script], { env, cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (text += piece.toString()));
    child.on('exit', (code) => done({ code, said: text.split('\n').filter((line) => line.trim() !== '') }));
  });
}
