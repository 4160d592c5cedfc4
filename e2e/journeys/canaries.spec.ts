import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Kafka, logLevel } from 'kafkajs';
import type { Browser } from 'playwright-core';
import { services } from '../../deploy/local/ports.ts';
import { recordsOf } from '../access/matrix/records.ts';
import { newPerson, open, openBrowser, signIn } from './browser.ts';
import { ask, command, network } from './caller.js';
import { assessed, bordeaux, exited, followed, LYON, opened, person, prescription } from './given.js';
import { reasonsToDoubtFigures } from './prove.ts';
import { asSuperuser, ports, secrets, stateFolder } from './superuser.ts';

const MANAGER = 'branch-manager-bordeaux';
/** What tells of the one person whom these records mark: their name, their telephone, their address for mail. */
const MARKS = ['ZqBXprenom', 'ZqBXnom', '611223344', '11 22 33 44', 'ZqBXcourriel'];
const marked = (text: string) => MARKS.filter((mark) => text.toLowerCase().includes(mark.toLowerCase()));

let browser: Browser;
/** Somebody lives through all that a branch does: enrolled, corrected, seated, waiting, helped, sold to, lent to, reserved for. */
beforeAll(async () => {
  await bordeaux();
  await opened(LYON);
  if ((await found('Zq')) === 0) await recordsOf('BX', MANAGER, 'Bordeaux', '33063');
  await refusedWithMarks();
  browser = await openBrowser();
}, 120_000);
afterAll(() => browser.close());

async function found(text: string): Promise<number> {
  const { data } = await ask(MANAGER, 'query ($text: String!) { beneficiaries(text: $text) { items { id } } }', {
    text,
  });
  return (data?.['beneficiaries'] as { items: unknown[] } | undefined)?.items.length ?? 0;
}

/** Input that is refused, and a question that is no question, with the marks in them: what goes wrong is written down too. */
async function refusedWithMarks(): Promise<void> {
  const enrol = 'mutation ($input: EnrolBeneficiaryInput!) { enrolBeneficiary(input: $input) { id } }';
  const input = { kind: 'TRACKED', givenName: 'ZqBXprenom', familyName: 'ZqBXnom', phone: '611223344-', birthYear: 1 };
  for (const [query, variables] of [
    [enrol, { input }],
    [`{ beneficiaries(text: "ZqBXnom") { ZqBXprenom } }`, {}],
    [`{ likelyDuplicates(givenName: "ZqBXprenom", familyName: "ZqBXnom", birthYear: 1980) { none } }`, {}],
  ] as const)
    expect((await ask(MANAGER, query, variables)).errors).toBeDefined();
}

it('finds the marks where they belong, so that silence elsewhere means something', async () => {
  const places = await asSuperuser('beneficiaries', tablesWithMarks);
  expect(places).toContain('beneficiary');
});

it.each(services)('keeps who somebody is out of every table of %s that is not theirs', async (service) => {
  const places = await asSuperuser(service, tablesWithMarks);
  expect(places.filter((table) => service !== 'beneficiaries' || table !== 'beneficiary')).toEqual([]);
});

it('tells no topic who somebody is', async () => {
  const kafka = new Kafka({ brokers: [`127.0.0.1:${ports().kafka}`], logLevel: logLevel.NOTHING });
  const { read, hits } = await everyRecord(kafka);
  expect(read).toBeGreaterThan(30);
  expect(hits).toEqual([]);
}, 120_000);

it('writes it into no log and no metric', async () => {
  const logs = join(stateFolder(), 'logs');
  const files = readdirSync(logs).filter((name) => /\.(log|before)$/.test(name));
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((name) => marked(readFileSync(join(logs, name), 'utf8')).length > 0)).toEqual([]);
  const { gateway, services: own } = ports();
  for (const port of [gateway, ...Object.values(own)]) {
    const headers = { authorization: `Bearer ${secrets().metrics}` };
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { headers });
    expect([port, answer.status, marked(await answer.text())]).toEqual([port, 200, []]);
  }
});

it('leaves nothing of it in a browser that has shown it', async () => {
  const context = await newPerson(browser);
  const page = await signIn(context, network(), 'Camille Durand');
  await open(page, '/people');
  await page.getByLabel(/Nom, prénom, téléphone/).fill('ZqBX');
  await page
    .getByText(/ZqBXnom/)
    .first()
    .waitFor();
  const kept = await page.evaluate<string>(`(async () => {
    const names = await caches.keys();
    const answers = await Promise.all(names.map(async (name) => {
      const cache = await caches.open(name);
      return Promise.all((await cache.matchAll()).map((one) => one.text()));
    }));
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await indexedDB.databases(), answers]);
  })()`);
  expect(marked(kept)).toEqual([]);
});

it('leaves every figure of all that was done here what the owners’ tables say', async () => {
  // What no record above brings with it: skills measured and measured again, somebody followed to an exit, somebody prescribed, two who are one.
  const [one, other] = [await person('Ana', 'Une', 260), await person('Ana', 'Une')];
  for (const beneficiaryId of [one, other])
    await command(MANAGER, 'recordDropIn', { minutes: 30, themes: ['EMAIL'], beneficiaryId });
  await assessed(one);
  await exited(one);
  await followed(one);
  await prescription('Nora', 'Une');
  await command(MANAGER, 'mergeBeneficiaries', { keptId: one, mergedId: other, reason: 'Même personne' });
  expect(reasonsToDoubtFigures()).toEqual([]);
}, 180_000);

/** The tables of a database, partitions and their parents apart, in which a row holds a mark. */
async function tablesWithMarks(client: Parameters<Parameters<typeof asSuperuser>[1]>[0]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const places: string[] = [];
  for (const { name } of rows) {
    const hit = await client.query(`SELECT 1 FROM ${name} t WHERE t::text ILIKE ANY ($1) LIMIT 1`, [
      MARKS.map((mark) => `%${mark}%`),
    ]);
    if (hit.rows.length > 0) places.push(name);
  }
  return places;
}

/** Reads every topic from its first record to its end, as it stands now. */
async function everyRecord(kafka: Kafka): Promise<{ read: number; hits: string[] }> {
  const admin = kafka.admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((name) => !name.startsWith('__'));
  const ends = new Map<string, number>();
  for (const topic of topics)
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic))
      if (Number(high) > Number(low)) ends.set(`${topic}/${partition}`, Number(high));
  const groupId = `canaries-${Date.now()}`;
  const consumer = kafka.consumer({ groupId });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  let read = 0;
  const hits: string[] = [];
  await new Promise<void>((done, fail) => {
    consumer
      .run({
        eachMessage: ({ topic, partition, message }) => {
          read += 1;
          const { key, value, headers } = message;
          const said = [key, value, ...Object.values(headers ?? {}).flat()].map(String).join('\n');
          hits.push(...marked(said).map((mark) => `${topic}/${partition}@${message.offset}: ${mark}`));
          if (Number(message.offset) + 1 >= (ends.get(`${topic}/${partition}`) ?? 0))
            ends.delete(`${topic}/${partition}`);
          if (ends.size === 0) done();
          return Promise.resolve();
        },
      })
      .catch(fail);
  });
  await consumer.disconnect();
  await admin.deleteGroups([groupId]);
  await admin.disconnect();
  return { read, hits };
}
