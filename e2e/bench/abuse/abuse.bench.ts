import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { network, tokenOf } from '../../journeys/caller.js';
import { stateFolder } from '../../journeys/superuser.ts';
import { ABUSES, type Abuse } from './abuses.ts';

const TIMES = 40;
const AT_ONCE = 4;
const rows: string[] = [];
afterAll(() => {
  process.stderr.write(`${rows.join('\n')}\n`);
});

interface Told {
  readonly code: string;
  readonly ms: number;
}

async function refusalOf({ name, request }: Abuse, token: string): Promise<Told> {
  const url = name.includes('GET') ? '/graphql?query=mutation%7BendOwnSessions%7Bid%7D%7D' : '/graphql';
  const begun = performance.now();
  const answer = await fetch(`${network()}${url}`, {
    ...request,
    headers: { authorization: `Bearer ${token}`, ...(request.headers as Record<string, string>) },
  }).catch(() => undefined);
  const text = (await answer?.text().catch(() => '')) ?? '';
  const ms = performance.now() - begun;
  const [, code = answer ? `HTTP ${answer.status}` : 'connection closed'] = /"code":"([A-Z_]+)"/.exec(text) ?? [];
  return { code, ms };
}

/** Asks for health all the while; gives how long each answer took. */
function watchHealth(): () => Promise<number[]> {
  let open = true;
  const took: number[] = [];
  const watching = (async () => {
    while (open) {
      const begun = performance.now();
      const answer = await fetch(`${network()}/health/live`);
      await answer.text();
      took.push(performance.now() - begun);
    }
  })();
  return async () => {
    open = false;
    await watching;
    return took;
  };
}

const share = (values: readonly number[], part: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN;

function memoryOfGateway(): number {
  const processes = JSON.parse(readFileSync(join(stateFolder(), 'processes.json'), 'utf8')) as {
    name: string;
    pid: number;
  }[];
  const pid = processes.find(({ name }) => name === 'gateway')?.pid;
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;
}

it('refuses every abusive query by its rule, and says how long that took', async () => {
  const token = await tokenOf('administrator');
  const wrong: string[] = [];
  rows.push('| asked | refused as | median, ms | 99 %, ms | health meanwhile, 99 %, ms | memory, MiB |');
  rows.push('| --- | --- | --- | --- | --- | --- |');
  await Promise.all(ABUSES.map((abuse) => refusalOf(abuse, token))); // what is read once is read
  for (const abuse of ABUSES) {
    const before = memoryOfGateway();
    const stop = watchHealth();
    const told: Told[] = [];
    for (let n = 0; n < TIMES; n += AT_ONCE)
      told.push(...(await Promise.all(Array.from({ length: AT_ONCE }, () => refusalOf(abuse, token)))));
    const health = await stop();
    const codes = new Set(told.map(({ code }) => code));
    if (codes.size !== 1 || !codes.has(abuse.refused)) wrong.push(`${abuse.name}: ${[...codes].join(', ')}`);
    const ms = told.map((one) => one.ms);
    const grown = (memoryOfGateway() - before).toFixed(0);
    const figures = [share(ms, 0.5), share(ms, 0.99), share(health, 0.99)].map((one) => one.toFixed(1));
    rows.push(`| ${[abuse.name, [...codes].join(', '), ...figures, grown].join(' | ')} |`);
  }
  expect(wrong).toEqual([]);
}, 600_000);

it('answers others while one caller has more under way than fifty', async () => {
  const [flood, other] = await Promise.all([tokenOf('administrator'), tokenOf('auditor')]);
  const costly = '{ places(first: 100) { items { id name branch { code } } } }';
  const request = (query: string): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const stop = watchHealth();
  const [told, own] = await Promise.all([
    Promise.all(
      Array.from({ length: 200 }, () => refusalOf({ name: '', refused: '', request: request(costly) }, flood)),
    ),
    refusalOf({ name: '', refused: '', request: request('{ branches(first: 5) { items { city } } }') }, other),
  ]);
  const health = await stop();
  const refused = told.filter(({ code }) => code === 'TOO_MANY_AT_ONCE');
  const ms = share(
    refused.map((one) => one.ms),
    0.99,
  );
  rows.push(
    `200 at once: ${refused.length} refused (99 % in ${ms.toFixed(1)} ms), somebody else answered in ${own.ms.toFixed(1)} ms, health ${share(health, 0.99).toFixed(1)} ms`,
  );
  expect(own.code).toBe('HTTP 200');
}, 120_000);
