import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import {
  createProcessWorld,
  eventually,
  type Persona,
  type ProcessWorld,
  personas,
  type ServiceProcess,
} from '#testing';
import { testsOfErasure } from './erased-person.js';

let world: ProcessWorld;
let workshops: ServiceProcess;
let reporting: ServiceProcess;
beforeAll(async () => {
  world = await createProcessWorld();
  workshops = await world.service('workshops');
  reporting = await world.service('reporting');
  await Promise.all([workshops.start(), reporting.start()]);
  await knowBranch(workshops);
}, 90_000);
afterAll(() => world.close());

// The broker outlives this file: a branch that no other run names keeps their acts out of our sum.
const letter = () => String.fromCharCode(65 + Math.floor(Math.random() * 26));
const BRANCH = `${letter()}${letter()}`;
const helper: Persona = { subject: 'helper', role: 'HELPER', branches: [BRANCH] };
const RECORD = 'mutation ($input: RecordDropInInput!) { recordDropIn(input: $input) { id } }';
const COUNT = `{ figures(input: { from: "2020-01-01", to: "2029-12-31", branches: ["${BRANCH}"] }) { figures(of: [SUPPORT_ACTS]) { value } } }`;

it('loses nothing and counts nothing twice when either side is killed again and again', async () => {
  let recorded = 0;
  for (let round = 0; round < 6; round++) {
    const victim = round % 2 === 0 ? workshops : reporting;
    const killed = victim.kill();
    const burst = Array.from({ length: 20 }, (_, n) => insist(`round-${round}-act-${n}-${randomUUID()}`));
    await killed;
    await victim.start();
    recorded += (await Promise.all(burst)).length;
  }
  expect(recorded).toBe(120);
  await eventually('120 acts in the figures', async () => (await counted()) === 120);
  await eventually('both sides caught up', async () => (await workshops.complete()) && (await reporting.complete()));
  expect(await counted()).toBe(120);
  expect(await ledgerSize()).toBe(120);
}, 180_000);

it('rebuilds the figures beside the live ones, killed on the way, and shows the same', async () => {
  await mend('beginRebuild');
  await reporting.kill();
  await reporting.start();
  await eventually('a version standing by', async () => (await versions()).some(({ state }) => state === 'STANDBY'));
  expect((await versions()).flatMap(({ differences }) => differences)).toEqual([]);
  const [rebuilt] = await versions();
  await mend(`switchProjection(version: ${rebuilt?.version})`);
  expect(await counted()).toBe(120);
  await Promise.all(Array.from({ length: 5 }, (_, n) => insist(`after-the-switch-${n}-${randomUUID()}`)));
  await eventually('125 acts in the figures shown now', async () => (await counted()) === 125);
}, 120_000);

interface Version {
  readonly version: number;
  readonly state: string;
  readonly differences: readonly object[];
}

async function versions(): Promise<Version[]> {
  const query = '{ projectionVersions { version state differences { what } } }';
  const reply = await reporting.query(personas.administrator, query).catch(() => undefined);
  return (reply?.data?.['projectionVersions'] as Version[] | undefined) ?? [];
}

async function mend(mutation: string): Promise<void> {
  const reply = await reporting.query(personas.administrator, `mutation { ${mutation} { version } }`);
  expect(reply.errors).toBeUndefined();
}

it('stops in order when asked to', async () => {
  expect(await workshops.stop()).toBe(0);
  await workshops.start();
});

describe('a person who is erased', () =>
  testsOfErasure(() => ({ world, workshops, reporting, branch: BRANCH, knowBranch })));

/** Sends one drop-in with one key until it is acknowledged, as a form would after a lost answer. */
async function insist(key: string): Promise<string> {
  const input = { minutes: 15, themes: ['EMAIL'] };
  for (;;) {
    const reply = await workshops.query(helper, RECORD, { input }, { 'idempotency-key': key }).catch(() => undefined);
    const answer = reply?.data?.['recordDropIn'];
    if (answer) return String((answer as { id: string }).id);
    await eventually('workshops answering', () =>
      workshops.query(helper, '{ __typename }').then(
        () => true,
        () => false,
      ),
    );
  }
}

async function counted(): Promise<number> {
  const reply = await reporting.query(personas.coordinator, COUNT).catch(() => undefined);
  const figures = reply?.data?.['figures'] as { figures: { value: number }[] } | undefined;
  return figures?.figures[0]?.value ?? -1;
}

async function knowBranch(service: ServiceProcess): Promise<void> {
  const client = new Client({ connectionString: service.superuserUrl });
  await client.connect();
  await client.query(
    `INSERT INTO known_branch (branch, zone, open) VALUES ($1, 'Europe/Paris', true) ON CONFLICT DO NOTHING`,
    [BRANCH],
  );
  await client.end();
}

async function ledgerSize(): Promise<number> {
  const client = new Client({ connectionString: workshops.superuserUrl });
  await client.connect();
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM outbox_event WHERE type = 'workshops.support-act-recorded'`,
  );
  await client.end();
  return rows[0]?.n ?? -1;
}
