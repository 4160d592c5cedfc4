import { setTimeout as pause } from 'node:timers/promises';
import type { Caller } from './caller.ts';
import type { Fault } from './faults.ts';
import type { Verdict } from './verdict.ts';

const ADMINISTRATOR = 'administrator';
const TRIES = 60;

interface Version {
  readonly version: number;
  readonly state: 'LOADING' | 'STANDBY' | 'LIVE' | 'RETIRED';
  readonly differences: readonly { readonly branch: string; readonly kind: number; readonly what: string }[];
}

/** Not a fault but what people do on a bad day: the figures are counted anew while everything breaks. */
export const REBUILD: Fault = {
  id: 'I12',
  what: 'the figures are counted anew beside the live ones',
  goalS: 60,
  strike: async ({ caller }) => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const answer = await caller.ask(ADMINISTRATOR, 'mutation { beginRebuild { version } }');
      const kind = answer?.errors?.[0]?.extensions?.['kind'];
      if (answer && (answer.data?.['beginRebuild'] || kind === 'conflict')) return;
      await pause(500);
    }
  },
};

/** I12: what was counted anew is what was counted once, event for event. What stands by is dropped afterwards. */
export async function checkRebuilds(caller: Caller, verdict: Verdict): Promise<void> {
  let versions = await all(caller);
  for (let tries = 0; versions.some(({ state }) => state === 'LOADING'); tries += 1) {
    if (tries === TRIES) return verdict.find('I12', 'lost', 'the figures are still being counted anew');
    await pause(1_000);
    versions = await all(caller);
  }
  for (const { version, state, differences } of versions) {
    for (const { branch, kind, what } of differences)
      verdict.find('I12', 'inverted', `version ${version}, ${branch}, kind ${kind}: ${what}`);
    if (state === 'STANDBY')
      await caller.ask(ADMINISTRATOR, 'mutation ($v: Int!) { dropProjection(version: $v) { version } }', {
        v: version,
      });
  }
}

async function all(caller: Caller): Promise<readonly Version[]> {
  const query = '{ projectionVersions { version state differences { branch kind what } } }';
  const answer = await caller.ask(ADMINISTRATOR, query);
  const told = answer?.data?.['projectionVersions'] as readonly Version[] | null | undefined;
  if (!told) throw new Error(`no versions of the figures: ${JSON.stringify(answer?.errors)}`);
  return told;
}
