/* Starts an empty network for the journeys, of JOURNEY_CODE where that is set, unless JOURNEY_URL names one that runs already. */
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const PORT_BASE = process.env.JOURNEY_PORT_BASE ?? '4900';

export default async function startNetwork() {
  if (process.env.JOURNEY_URL) return;
  const state = mkdtempSync(join(tmpdir(), 'passerelle-journeys-'));
  const code = process.env.JOURNEY_CODE;
  // A copy of what was built is not built anew: that would undo what was taken out of it.
  const launcher = spawn(process.execPath, [`deploy/local/${code ? 'launch.ts' : 'start.mjs'}`, '--empty'], {
    ...(code ? { cwd: code } : {}),
    // The matrix of access asks thousands of questions a minute in one name.
    env: { ...process.env, NODE_OPTIONS: '', PORT_BASE, PASSERELLE_STATE: state, QUERY_BUDGET_PER_MINUTE: '10000000' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  globalThis.passerelleNetwork = { launcher, state };
  const ended = new Promise((_, fail) =>
    launcher.once('exit', (code) => fail(new Error(`the network ended with ${code}`))),
  );
  ended.catch(() => undefined); // also how it ends in the normal case
  await Promise.race([ended, ready(launcher.stdout)]);
  process.env.JOURNEY_URL = `http://localhost:${PORT_BASE}`;
  process.env.JOURNEY_IDENTITY = `http://localhost:${Number(PORT_BASE) + 10}`;
  process.env.JOURNEY_STATE = state;
}

async function ready(output) {
  for await (const line of createInterface({ input: output })) if (/Ready/.test(line)) break;
  output.resume();
}
