import { beforeAll, expect, it } from '@jest/globals';
import { ask, insist, network } from './caller.js';
import { LILLE, opened } from './given.js';
import { kill } from './processes.js';

const helper = 'branch-manager-lille';
const COUNT =
  '{ figures(input: { from: "2020-01-01", to: "2029-12-31", branches: ["LI"] }) { figures(of: [SUPPORT_ACTS]) { value } } }';

beforeAll(async () => {
  await opened(LILLE);
  await wait(async () => (await ask(helper, '{ workshops { items { id } } }')).data != null, 20);
}, 60_000);

it.each(['workshops', 'reporting', 'gateway', 'broker', 'postgres'])(
  'keeps and counts once everything acknowledged while %s is killed and brought back',
  async (victim) => {
    const before = await counted();
    const acts = Array.from({ length: 15 }, (_, n) =>
      insist(helper, 'recordDropIn', { minutes: 15, themes: ['EMAIL'] }, `killed-${victim}-${n}-${before}`),
    );
    kill(victim);
    const ids = new Set(await Promise.all(acts));
    expect(ids.size).toBe(15);
    await wait(async () => (await counted()) === before + 15, 80);
    await wait(async () => (await fetch(`${network()}/health/complete`).catch(() => undefined))?.ok === true, 60);
    expect(await counted()).toBe(before + 15);
  },
  150_000,
);

async function counted(): Promise<number> {
  const answer = await ask('national-coordinator', COUNT).catch(() => undefined);
  const figures = answer?.data?.['figures'] as { figures: { value: number }[] } | null | undefined;
  return figures?.figures[0]?.value ?? -1;
}

async function wait(enough: () => Promise<boolean>, seconds: number): Promise<void> {
  const deadline = Date.now() + seconds * 1_000;
  while (!(await enough())) if (Date.now() > deadline) throw new Error('waited in vain');
}
