import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '#testing';
import { command } from '../journeys/caller.js';
import { bordeaux } from '../journeys/given.js';
import { type Network, startNetwork } from './live/network.js';
import { notified, page, type Watcher } from './live/watchers.js';
import { compareDelays } from './outbox/delays.js';

/** Acts a second: a hundred by the book, more than two shared cores bear with the whole network on them. */
const RATE = Number(process.env['BENCH_LIVE_RATE'] ?? 10);
const SECONDS = 6;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 9);
const HELPER = 'helper-bordeaux';

let network: Network;
beforeAll(async () => {
  network = await startNetwork(Number(process.env['PORT_BASE'] ?? 4_600));
  await bordeaux();
}, 300_000);
afterAll(() => network?.stop());

/** Records acts at an even rate; gives when each was sent. */
async function record(): Promise<number[]> {
  const begun = performance.now();
  const sent: number[] = [];
  const answers: Promise<unknown>[] = [];
  for (let n = 0; n < RATE * SECONDS; n += 1) {
    const early = begun + (n * 1_000) / RATE - performance.now();
    if (early > 0) await new Promise((done) => setTimeout(done, early));
    sent.push(performance.now());
    answers.push(command(HELPER, 'recordDropIn', { minutes: 30, themes: ['EMAIL'], gender: 'FEMALE' }));
  }
  await Promise.all(answers);
  return sent;
}

it('B4: from a mutation at the gateway to the number on a page', async () => {
  // The first act teaches everybody who is concerned; it is not measured.
  await command(HELPER, 'recordDropIn', { minutes: 30, themes: ['EMAIL'], gender: 'FEMALE' });
  const watchers = [
    await page(new Date().toISOString().slice(0, 10)),
    await notified(network.databaseUrl('workshops')),
  ] as const;
  const all = (value: number) =>
    eventually(`${value} acts seen`, async () => watchers.every((one) => one.value() >= value), 120);
  await all(1);
  const heard = watchers.map(({ name }) => ({ name, rounds: [] as number[][], whole: true }));
  let acts = 1;
  // Both see the same acts at the same time: whatever the machine does meanwhile meets both.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const sent = await record();
    const before = acts;
    acts += sent.length;
    await all(acts);
    for (const [place, watcher] of watchers.entries()) {
      const mine = heard[place];
      if (watcher.value() !== acts && mine) mine.whole = false;
      if (round > 0) mine?.rounds.push(delaysOf(watcher, sent, before));
    }
  }
  for (const watcher of watchers) await watcher.close();
  const [ours, peer] = heard;
  if (!ours || !peer) throw new Error('two watch');
  // Twice as long is allowed: half the ratio.
  const lines = compareDelays('B4', ours, [{ ...peer, target: 0.5 }], 500);
  expect(lines.every(({ correct }) => correct)).toBe(true);
});

/** From the sending of each act to the first number that counts it: the nth sent is the nth counted. */
function delaysOf(watcher: Watcher, sent: readonly number[], before: number): number[] {
  return sent.map((at, n) => Math.max(0, (watcher.seenAt(before + n + 1) ?? Number.NaN) - at));
}
