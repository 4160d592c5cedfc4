import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { type Persona, personas, startForTest, type TestService } from '#testing';
import { given } from '../../../test/given.js';
import { BeneficiariesModule } from '../../beneficiaries.module.js';

let service: TestService;
beforeAll(async () => {
  service = await startForTest(BeneficiariesModule);
  await given.branches(service);
});
afterAll(() => service.stop());

interface Line {
  at: string;
  subject: string;
  action: string;
  purpose: string;
  fields: string[];
}

async function accessesTo(id: string, who: Persona = personas.auditor): Promise<Line[]> {
  const reply = await service
    .as(who)
    .query('query ($id: UUID!) { accessesToPerson(personId: $id) { items { at subject action purpose fields } } }', {
      id,
    });
  return (reply.data?.['accessesToPerson'] as { items: Line[] }).items;
}
const told = (lines: Line[]) => lines.map(({ action, purpose }) => `${action} ${purpose}`);

it('writes one line for each read and write of a person’s record', async () => {
  const id = await given.beneficiary(service, { familyName: 'Quintessance' });
  const client = service.as(personas.managerOfBordeaux);
  await client.query('query ($id: UUID!) { beneficiary(id: $id) { familyName situations { gender } } }', { id });
  await client.query('{ beneficiaries(text: "quintessance") { items { givenName } } }');
  await client.query('{ recentBeneficiaries { id } }');
  await client.query('query ($r: [_Any!]!) { _entities(representations: $r) { ... on Beneficiary { email } } }', {
    r: [{ __typename: 'Beneficiary', id }],
  });
  await client.query('{ likelyDuplicates(input: { familyName: "Quintessance", givenName: "Odile" }) { score } }');
  await client.command('changeContact', { id, familyName: 'Quintessance', phone: '0611223344' });
  await client.command('changeSituation', { id, socialStatus: 'EMPLOYED', holdsFrom: '2026-11-27' });
  await client.command('correctBeneficiary', { id, birthYear: 1950, reason: 'mal entendu' });
  await client.command('voidBeneficiary', { id, reason: 'saisie deux fois' });
  const lines = await accessesTo(id);
  expect(told(lines)).toEqual([
    'WRITE void-beneficiary',
    'WRITE correct-beneficiary',
    'WRITE change-situation',
    'WRITE change-contact',
    'DUPLICATE_CHECK list-likely-duplicates',
    'READ_RECORD show-beneficiary',
    'LIST list-recent-beneficiaries',
    'LIST list-beneficiaries',
    'READ_RECORD show-beneficiary',
    'WRITE enrol-beneficiary',
  ]);
  const of = (place: number) => lines[place]?.fields;
  expect([of(1), of(5), of(7), of(8)]).toEqual([['birthYear'], ['email'], ['givenName'], ['familyName', 'situations']]);
  expect(lines[3]?.fields).toContain('phone');
  expect(JSON.stringify(lines)).not.toMatch(/quintessance|odile|0611|33611/i);
});

it('writes nothing of a read that was refused, or of a write that failed', async () => {
  const id = await given.beneficiary(service);
  const stranger = service.as(personas.managerOfLille);
  await stranger.query('query ($id: UUID!) { beneficiary(id: $id) { id } }', { id });
  await service.as(personas.managerOfBordeaux).command('correctBeneficiary', { id, birthYear: 2990, reason: 'essai' });
  expect(told(await accessesTo(id))).toEqual(['WRITE enrol-beneficiary']);
});

it('tells a manager of people of their branch, and nothing of others', async () => {
  const id = await given.beneficiary(service);
  expect(await accessesTo(id, personas.managerOfBordeaux)).toHaveLength(1);
  expect(await accessesTo(id, personas.managerOfLille)).toEqual([]);
  const helper = await service
    .as(personas.helperOfBordeaux)
    .query('query ($id: UUID!) { accessesToPerson(personId: $id) { endCursor } }', { id });
  expect(helper).toBeRefused('FORBIDDEN');
});

it('writes down who asked the trail', async () => {
  const id = await given.beneficiary(service);
  await accessesTo(id);
  expect((await accessesTo(id))[0]).toMatchObject({ subject: personas.auditor.subject, action: 'READ_AUDIT' });
});

it('tells what a member saw, page by page, without repeating or losing a line', async () => {
  const who = { ...personas.helperOfBordeaux, subject: 'test-helper-who-saw' };
  const ids: string[] = [];
  for (let n = 0; n < 3; n += 1) ids.push(await given.beneficiary(service, {}, who));
  const seen: string[] = [];
  for (let after: string | null = null; ; ) {
    const reply = await service
      .as(personas.auditor)
      .query(
        'query ($who: String!, $after: String) { accessesByMember(subject: $who, first: 2, after: $after) { items { personId } endCursor } }',
        { who: who.subject, after },
      );
    const page = reply.data?.['accessesByMember'] as { items: { personId: string }[]; endCursor: string | null };
    seen.push(...page.items.map(({ personId }) => personId));
    after = page.endCursor;
    if (after === null) break;
  }
  expect(seen).toEqual(ids.reverse());
});

it('finds a person’s and a member’s lines among many by index', async () => {
  const owner = new Client({ connectionString: service.config.migratorUrl });
  await owner.connect();
  try {
    await owner.query('SET ROLE beneficiaries_owner; BEGIN');
    await owner.query(
      `INSERT INTO audit.line (at, subject, role, reach, branch, person, action, purpose, fields, correlation_id)
       SELECT '2026-01-01'::timestamptz + n * interval '1 s', 'member-' || n % 50, 'HELPER', 'BX', 'BX',
              ('00000000-0000-7000-8000-' || lpad((n % 1000)::text, 12, '0'))::uuid, 'LIST', 'list-beneficiaries', '{}', 'many'
       FROM generate_series(1, 20000) AS n`,
    );
    await owner.query('ANALYZE audit.line');
    for (const [column, value] of [
      ['person', "'00000000-0000-7000-8000-000000000007'"],
      ['subject', "'member-7'"],
    ]) {
      const { rows } = await owner.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN SELECT * FROM audit.line WHERE ${column} = ${value} AND (at, seq) < ('infinity', 9223372036854775807)
         ORDER BY at DESC, seq DESC LIMIT 51`,
      );
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index Scan using line_of_(person|member)/);
    }
    await owner.query('ROLLBACK');
  } finally {
    await owner.end();
  }
});
