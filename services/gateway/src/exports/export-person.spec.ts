import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { type Persona, personas } from '#testing';
import { givenGateway, type TestGateway } from '../../test/given.js';
import { TestSubgraph } from '../../test/subgraphs.js';

const owner = new TestSubgraph('beneficiaries', 'type Query { nobody: String }', {});
const id = randomUUID();
const about = { purpose: 'p', legalBasis: 'b', category: 'c', retention: 'r', recipients: 'd' };
const table = (name: string, ...values: unknown[]) => ({
  table: name,
  columns: [{ name: 'word', ...about }],
  rows: values.map((word) => ({ word })),
});
let gateway: TestGateway;
beforeAll(async () => {
  await owner.up();
  gateway = await givenGateway({}, [owner]);
});
afterAll(async () => {
  await gateway.close();
  await owner.down();
});
beforeEach(() => {
  owner.personalData = [[table('beneficiary', 'Odile')]];
  gateway.equipment.personalData = [[table('sale', 'un')], [table('sale', '=2+2'), table('correction', null)]];
});

async function exported(format: string, who: Persona = personas.managerOfBordeaux): Promise<Response> {
  return fetch(`${gateway.address}/exports/person`, {
    method: 'POST',
    body: JSON.stringify({ beneficiaryId: id, format }),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await gateway.token(who)}` },
  });
}

it('puts every page of every service in one file, the owner first', async () => {
  const answer = await exported('json');
  const file = (await answer.json()) as { services: { service: string; tables: unknown[] }[] };
  expect(answer.headers.get('content-disposition')).toContain(`${id}.json`);
  expect(file).toMatchObject({ beneficiaryId: id });
  expect(file.services[0]).toEqual({ service: 'beneficiaries', tables: [table('beneficiary', 'Odile')] });
  expect(file.services).toContainEqual({
    service: 'equipment',
    tables: [table('sale', 'un', '=2+2'), table('correction', null)],
  });
});

it('gives the same as a table, one line for each value with why it is held, and no formula', async () => {
  const text = await (await exported('csv')).text();
  const lines = text.split('\r\n');
  expect(lines[0]).toContain('service;table;ligne;colonne;valeur;finalité');
  expect(lines).toContain('beneficiaries;beneficiary;1;word;Odile;p;b;c;r;d');
  expect(lines).toContain("equipment;sale;2;word;'=2+2;p;b;c;r;d");
});

it('hands on what the owner refuses, and asks nobody else', async () => {
  owner.personalData = { status: 404, code: 'NOT_FOUND' };
  const before = gateway.equipment.seen.length;
  const answer = await exported('json');
  expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('NOT_FOUND')]);
  expect(gateway.equipment.seen.length).toBe(before);
});

it('gives no file rather than half of one', async () => {
  gateway.equipment.personalData = { status: 500, code: 'INTERNAL' };
  const answer = await exported('json');
  expect(answer.status).toBe(503);
  expect(await answer.text()).not.toContain('Odile');
});

it('is for whoever may export people', async () => {
  for (const who of [personas.helperOfBordeaux, personas.coordinator, personas.administrator])
    expect((await exported('json', who)).status).toBe(403);
  expect((await exported('xml')).status).toBe(400);
});
