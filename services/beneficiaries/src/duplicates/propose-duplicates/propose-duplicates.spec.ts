import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Persona, personas, startForTest, type TestService } from '#testing';
import { given } from '../../../test/given.js';
import { BeneficiariesModule } from '../../beneficiaries.module.js';
import { ProposeDuplicates } from './propose-duplicates.js';

let service: TestService;
beforeAll(async () => {
  service = await startForTest(BeneficiariesModule);
  await given.branches(service);
});
afterAll(() => service.stop());

interface Pair {
  id: string;
  score: number;
  because: string[];
  people: { id: string; branch: { code: string }; initials: string; beneficiary: { familyName: string } | null }[];
}

const { managerOfBordeaux, managerOfLille } = personas;
const propose = () => service.app.get(ProposeDuplicates).execute();
const pairs = async (who: Persona = managerOfBordeaux): Promise<Pair[]> => {
  const reply = await service
    .as(who)
    .query(
      `{ duplicatePairs(first: 100) { items { id score because people { id branch { code } initials beneficiary { familyName } } } } }`,
    );
  if (!reply.data) throw new Error(JSON.stringify(reply.errors));
  return (reply.data['duplicatePairs'] as { items: Pair[] }).items;
};
const pairOf = async (one: string, other: string, who?: Persona) =>
  (await pairs(who)).find(({ people }) => people.every(({ id }) => id === one || id === other));

it('proposes a person entered twice in two branches to both, each seeing little of the other’s record', async () => {
  const ours = await given.beneficiary(service, { givenName: 'Mohamed', familyName: 'Quénum', birthYear: 1990 });
  const theirs = await given.beneficiary(
    service,
    { givenName: 'Mohammed', familyName: 'Kenum', birthYear: 1990 },
    managerOfLille,
  );
  await propose();
  const seen = await pairOf(ours, theirs);
  expect(seen).toMatchObject({
    score: 75,
    because: ['CLOSE_NAME', 'SAME_BIRTH_YEAR'],
    people: [
      { id: ours, branch: { code: 'BX' }, beneficiary: { familyName: 'Quénum' } },
      { id: theirs, branch: { code: 'LI' }, initials: 'M. K.', beneficiary: null },
    ],
  });
  expect((await pairOf(ours, theirs, managerOfLille))?.people.map(({ id }) => id)).toEqual([theirs, ours]);
  expect(JSON.stringify(await pairs())).not.toContain('Kenum');
});

it('proposes no pair again that somebody settled, though the record changes', async () => {
  const one = await given.beneficiary(service, { familyName: 'Retenu', birthYear: 1970 });
  const other = await given.beneficiary(service, { familyName: 'Retenu', birthYear: 1970 });
  await propose();
  const pair = await pairOf(one, other);
  const settle = () =>
    service.as(managerOfBordeaux).query('mutation ($pairId: UUID!) { dismissDuplicate(input: { pairId: $pairId }) }', {
      pairId: pair?.id,
    });
  expect((await settle()).data).toEqual({ dismissDuplicate: true });
  expect(await settle()).toBeRefused('DUPLICATE_SETTLED', 'input.pairId');
  await service.as(managerOfBordeaux).command('changeContact', { id: one, familyName: 'Retenu', givenName: 'Odile' });
  await propose();
  expect(await pairOf(one, other)).toBeUndefined();
});

it('takes a proposal back once the record no longer looks alike', async () => {
  const one = await given.beneficiary(service, { familyName: 'Semblable', birthYear: 1955 });
  const other = await given.beneficiary(service, { familyName: 'Semblable', birthYear: 1955 });
  await propose();
  expect(await pairOf(one, other)).toBeDefined();
  await service.as(managerOfBordeaux).command('changeContact', { id: one, familyName: 'Toutautre', givenName: 'Zoé' });
  await propose();
  expect(await pairOf(one, other)).toBeUndefined();
});

it('compares right-to-left, combining and one-letter names, and leaves an emoji no name', async () => {
  const arabic = { givenName: 'محمد', familyName: 'الخطيب', birthYear: 1988 };
  const [one, other] = [await given.beneficiary(service, arabic), await given.beneficiary(service, arabic)];
  const composed = await given.beneficiary(service, { givenName: 'Ame\u0301lie', familyName: 'Y', birthYear: 1961 });
  const plain = await given.beneficiary(service, { givenName: 'Amélie', familyName: 'Y', birthYear: 1961 });
  await propose();
  expect((await pairOf(one, other))?.because).toEqual(['SAME_NAME', 'SAME_BIRTH_YEAR']);
  expect((await pairOf(composed, plain))?.because).toEqual(['SAME_NAME', 'SAME_BIRTH_YEAR']);
  const emoji = given.enrolment({ givenName: '😀', familyName: null });
  expect(await service.as(managerOfBordeaux).command('enrolBeneficiary', emoji)).toBeRefused('NAME_CHARACTERS');
  const long = given.enrolment({ familyName: 'a'.repeat(10_000) });
  expect(await service.as(managerOfBordeaux).command('enrolBeneficiary', long)).toBeRefused('TEXT_LENGTH');
});
