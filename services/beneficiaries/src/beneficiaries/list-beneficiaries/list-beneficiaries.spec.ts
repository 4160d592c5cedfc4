import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { given } from '../../../test/given.js';
import { BeneficiariesModule } from '../../beneficiaries.module.js';

let service: TestService;
beforeAll(async () => {
  service = await startForTest(BeneficiariesModule);
  await given.branches(service);
});
afterAll(() => service.stop());

const search = async (text: string, who = personas.managerOfBordeaux, more = ''): Promise<string[]> => {
  const reply = await service
    .as(who)
    .query(`query ($t: String) { beneficiaries(text: $t ${more}) { items { givenName familyName } } }`, { t: text });
  const page = reply.data?.['beneficiaries'] as { items: { givenName: string; familyName: string }[] } | undefined;
  if (!page) throw new Error(JSON.stringify(reply.errors));
  return page.items.map(({ givenName, familyName }) => `${givenName} ${familyName}`);
};

beforeAll(async () => {
  const people = [
    ['Éloïse', 'Lefèvre-Œuvrard', 1950, '0612345678'],
    ['Jean-Noël', 'D’Almeida', 1984, '0692112233'],
    ['Ngọc', 'Nguyễn', 1984, null],
    ['Олена', 'Шевченко', 1990, null],
    ['Percent', 'Cent%', 1991, null],
  ] as const;
  for (const [givenName, familyName, birthYear, phone] of people)
    await given.beneficiary(service, {
      givenName,
      familyName,
      birthYear,
      phone,
    });
  await given.beneficiary(service, { givenName: 'Lille', familyName: 'Lefevre' }, personas.managerOfLille);
});

it.each([
  ['lefevre', ['Éloïse Lefèvre-Œuvrard']],
  ['LEFÈVRE elo', ['Éloïse Lefèvre-Œuvrard']],
  ['oeuv', ['Éloïse Lefèvre-Œuvrard']],
  ['el le', ['Éloïse Lefèvre-Œuvrard']],
  ['noel', ['Jean-Noël D’Almeida']],
  ["d'alm jean", ['Jean-Noël D’Almeida']],
  ['almeida 1984', ['Jean-Noël D’Almeida']],
  ['nguyen', ['Ngọc Nguyễn']],
  ['шевч', ['Олена Шевченко']],
  ['ШЕВЧ', ['Олена Шевченко']],
  ['06 12 34', ['Éloïse Lefèvre-Œuvrard']],
  ['+33 6 12', ['Éloïse Lefèvre-Œuvrard']],
  ['0692', ['Jean-Noël D’Almeida']],
  ['1984', ['Jean-Noël D’Almeida', 'Ngọc Nguyễn']],
  ['cent%', ['Percent Cent%']],
  ['%%', []],
  ['l', []],
  ['evre', []],
])('finds by "%s" the people %j', async (text, found) => {
  expect((await search(text)).sort()).toEqual([...found].sort());
});

it('lists only one’s own branch, and refuses to name another', async () => {
  expect(await search('lefevre', personas.managerOfLille)).toEqual(['Lille Lefevre']);
  const reply = await service.as(personas.managerOfBordeaux).query('{ beneficiaries(branch: "LI") { items { id } } }');
  expect(reply).toBeRefused('FORBIDDEN', 'branch');
});

it('turns pages by family name without a gap or a repeat', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const reply = await service
      .as(personas.managerOfBordeaux)
      .query('query ($after: String) { beneficiaries(first: 2, after: $after) { items { familyName } endCursor } }', {
        after,
      });
    const page = reply.data?.['beneficiaries'] as { items: { familyName: string }[]; endCursor: string | null };
    seen.push(...page.items.map(({ familyName }) => familyName));
    after = page.endCursor;
  } while (after !== null);
  expect(seen).toEqual(['Cent%', 'D’Almeida', 'Lefèvre-Œuvrard', 'Nguyễn', 'Шевченко']);
});

it('refuses a page of more than 100 rows and a cursor it never gave', async () => {
  const client = service.as(personas.managerOfBordeaux);
  expect(await client.query('{ beneficiaries(first: 101) { items { id } } }')).toBeRefused('PAGE_SIZE', 'first');
  expect(await client.query('{ beneficiaries(after: "x") { items { id } } }')).toBeRefused('INVALID_CURSOR', 'after');
});
