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

interface Duplicate {
  score: number;
  because: string[];
  initials: string;
  birthYear: number | null;
  branch: { code: string };
  beneficiary: { familyName: string } | null;
}

const look = async (input: Record<string, unknown>, who = personas.managerOfBordeaux): Promise<Duplicate[]> => {
  const reply = await service.as(who).query(
    `query ($input: LikelyDuplicatesInput!) { likelyDuplicates(input: $input) {
       score because initials birthYear branch { code } beneficiary { familyName phone } } }`,
    { input },
  );
  if (!reply.data) throw new Error(JSON.stringify(reply.errors));
  return reply.data['likelyDuplicates'] as Duplicate[];
};

beforeAll(async () => {
  await given.beneficiary(service, {
    givenName: 'Amélie',
    familyName: 'Courtois',
    birthYear: 1979,
    phone: '0611111111',
  });
  await given.beneficiary(
    service,
    { givenName: 'Tancrède', familyName: 'Brunehaut', birthYear: 1966, phone: '0622222222', email: 't.b@canari.test' },
    personas.managerOfLille,
  );
});

it('finds a person of one’s own branch in full, names swapped and without accents', async () => {
  const [found] = await look({ givenName: 'courtois', familyName: 'amelie', birthYear: 1979 });
  expect(found).toMatchObject({
    score: 85,
    because: ['SAME_NAME', 'SAME_BIRTH_YEAR'],
    branch: { code: 'BX' },
    beneficiary: { familyName: 'Courtois' },
  });
});

it('finds a close spelling, and the same phone under another name', async () => {
  expect((await look({ givenName: 'Amelie', familyName: 'Courtoi', birthYear: 1980 }))[0]).toMatchObject({
    because: ['CLOSE_NAME', 'CLOSE_BIRTH_YEAR'],
  });
  expect((await look({ familyName: 'Zzz', birthYear: 1979, phone: '+33 6 11 11 11 11' }))[0]).toMatchObject({
    score: 60,
    because: ['SAME_BIRTH_YEAR', 'SAME_PHONE'],
  });
});

it('shows another branch’s person by initials, birth year and branch alone', async () => {
  const reply = await look({ givenName: 'Tancrede', familyName: 'Brunehaud', phone: '06 22 22 22 22' });
  expect(reply).toEqual([
    {
      score: expect.any(Number),
      because: ['CLOSE_NAME', 'SAME_PHONE'],
      initials: 'T. B.',
      birthYear: 1966,
      branch: { code: 'LI' },
      beneficiary: null,
    },
  ]);
  for (const marker of ['ancr', 'runehau', '622222', 'canari']) expect(JSON.stringify(reply)).not.toContain(marker);
});

it('writes down who looked beyond their branch, when and at which fields, without a name', async () => {
  await look({ givenName: 'Tancrède', familyName: 'Brunehaut' }, personas.helperOfBordeaux);
  const log = await service
    .as(personas.auditor)
    .query(
      'query ($who: String!) { accessesByMember(subject: $who) { items { role reach branch { code } action fields at } } }',
      { who: personas.helperOfBordeaux.subject },
    );
  expect(log.data).toEqual({
    accessesByMember: {
      items: [
        {
          role: 'HELPER',
          reach: ['BX'],
          branch: { code: 'LI' },
          action: 'DUPLICATE_CHECK',
          fields: ['initials', 'birthYear', 'branch'],
          at: '2026-11-26T08:00:00.000Z',
        },
      ],
    },
  });
  expect(JSON.stringify(log)).not.toMatch(/tancr|bruneh/i);
});

it('proposes nobody for a different person, or for half a number', async () => {
  expect(await look({ givenName: 'Amélie', familyName: 'Courtois', birthYear: 1931 })).toEqual([]);
  expect(await look({ givenName: 'Bertille', familyName: 'Xhaard', birthYear: 1979 })).toEqual([]);
  expect(await look({ phone: '06 11' })).toEqual([]);
});

it('refuses a prescriber, who might learn whom the network helps', async () => {
  const reply = await service
    .as(personas.prescriberOfBordeaux)
    .query('{ likelyDuplicates(input: { familyName: "Courtois" }) { score } }');
  expect(reply).toBeRefused('FORBIDDEN');
});
