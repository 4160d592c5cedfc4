import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Persona, personas, startForTest, type TestService } from '#testing';
import { given } from '../../test/given.js';
import { BeneficiariesModule } from '../beneficiaries.module.js';

let service: TestService;
beforeAll(async () => {
  service = await startForTest(BeneficiariesModule);
  await given.branches(service);
});
afterAll(() => service.stop());

const change = (mutation: string, id: string, more: Record<string, unknown> = {}, who = personas.managerOfBordeaux) =>
  service
    .as(who)
    .command(
      mutation,
      { id, expectedVersion: 1, reason: 'demande écrite', ...more },
      'version restrictedAt restrictionGround objectedOn corrections { what reason }',
    );
const restrict = (id: string, more: Record<string, unknown> = {}, who = personas.managerOfBordeaux) =>
  change('restrictBeneficiary', id, { restrictionGround: 'ACCURACY_CONTESTED', ...more }, who);
const lift = (id: string) => change('liftRestriction', id, { expectedVersion: 2 });
const show = (id: string, who: Persona) =>
  service.as(who).query('query ($id: UUID!) { beneficiary(id: $id) { id familyName } }', { id });
const said = async (id: string) =>
  (await service.published()).filter(({ data }) => data['beneficiaryId'] === id).at(-1);

/** Every way by which somebody at the desk comes upon a person. */
async function foundBy(who: Persona, familyName: string, id: string): Promise<string[]> {
  const { data } = await service.as(who).query(
    `query ($name: String!, $r: [_Any!]!) {
      beneficiaries(text: $name) { items { id } } recentBeneficiaries { id }
      likelyDuplicates(input: { familyName: $name, givenName: "Odile" }) { score }
      _entities(representations: $r) { ... on Beneficiary { id } } }`,
    { name: familyName, r: [{ __typename: 'Beneficiary', id }] },
  );
  const { likelyDuplicates, ...lists } = data ?? {};
  return [
    ...Object.keys(lists).filter((name) => JSON.stringify(lists[name]).includes(id)),
    ...((likelyDuplicates as unknown[]).length > 0 ? ['likelyDuplicates'] : []),
  ];
}

it('takes a record out of every list, search and duplicate check, and shows it to the rights desk alone', async () => {
  const id = await given.beneficiary(service, { familyName: 'Retirée' });
  await show(id, personas.helperOfBordeaux);
  await show(id, personas.managerOfBordeaux);
  const everywhere = ['beneficiaries', 'recentBeneficiaries', '_entities', 'likelyDuplicates'];
  expect(await foundBy(personas.helperOfBordeaux, 'Retirée', id)).toEqual(everywhere);
  const reply = await restrict(id);
  expect(reply.data?.['restrictBeneficiary']).toEqual({
    version: 2,
    restrictedAt: '2026-11-26T08:00:00.000Z',
    restrictionGround: 'ACCURACY_CONTESTED',
    objectedOn: null,
    corrections: [{ what: 'RESTRICTED', reason: 'demande écrite' }],
  });
  expect(await foundBy(personas.helperOfBordeaux, 'Retirée', id)).toEqual([]);
  expect(await foundBy(personas.managerOfBordeaux, 'Retirée', id)).toEqual(['_entities']);
  expect(await show(id, personas.helperOfBordeaux)).toBeRefused('NOT_FOUND', 'id');
  expect((await show(id, personas.managerOfBordeaux)).errors).toBeUndefined();
  const desk = await service.as(personas.managerOfBordeaux).query('{ restrictedBeneficiaries { items { id } } }');
  expect(JSON.stringify(desk.data)).toContain(id);
  const away = await service.as(personas.managerOfLille).query('{ restrictedBeneficiaries { items { id } } }');
  expect(away.data).toEqual({ restrictedBeneficiaries: { items: [] } });
});

it('is hidden from a helper by the database alone, whatever the code asks', async () => {
  const id = await given.beneficiary(service);
  await restrict(id);
  const seen = (who: Persona) =>
    service.database.read({ ...who, correlationId: 'test' }, (tx) =>
      tx.query('SELECT id FROM beneficiary WHERE id = $1', [id]),
    );
  expect(await seen(personas.helperOfBordeaux)).toEqual([]);
  expect(await seen(personas.managerOfBordeaux)).toEqual([{ id }]);
});

it('changes nothing of a record that is set aside until that is lifted, and tells its neighbours of both', async () => {
  const id = await given.beneficiary(service);
  await restrict(id);
  expect(await said(id)).toMatchObject({
    type: 'beneficiaries.beneficiary-restricted',
    data: { occurredOn: '2026-11-26', ground: 'ACCURACY_CONTESTED' },
  });
  const client = service.as(personas.managerOfBordeaux);
  expect(await client.command('changeContact', { id, familyName: 'Autre' })).toBeRefused('BENEFICIARY_RESTRICTED');
  expect(await restrict(id, { expectedVersion: 2 })).toBeRefused('BENEFICIARY_RESTRICTED_ALREADY');
  expect((await lift(id)).data?.['liftRestriction']).toMatchObject({ version: 3, restrictedAt: null });
  expect(await said(id)).toMatchObject({ type: 'beneficiaries.restriction-lifted' });
  expect((await client.command('changeContact', { id, familyName: 'Autre' })).errors).toBeUndefined();
  expect(await change('liftRestriction', id, { expectedVersion: 4 })).toBeRefused('NOT_RESTRICTED');
});

it('notes an objection with its day and takes it back, the reason kept here', async () => {
  const id = await given.beneficiary(service);
  const noted = await change('noteObjection', id, { reason: 'motif-canari' });
  expect(noted.data?.['noteObjection']).toMatchObject({ version: 2, objectedOn: '2026-11-26' });
  expect(await said(id)).toEqual({
    type: 'beneficiaries.objection-noted',
    branch: 'BX',
    data: { beneficiaryId: id, occurredOn: '2026-11-26' },
  });
  expect(await change('noteObjection', id, { expectedVersion: 2 })).toBeRefused('BENEFICIARY_OBJECTED');
  const back = await change('withdrawObjection', id, { expectedVersion: 2 });
  expect(back.data?.['withdrawObjection']).toMatchObject({ objectedOn: null });
  expect(await change('withdrawObjection', id, { expectedVersion: 3 })).toBeRefused('NOT_OBJECTED');
});

it('writes each of them in the trail, and lets nobody else do it', async () => {
  const id = await given.beneficiary(service);
  await restrict(id);
  const trail = await service
    .as(personas.auditor)
    .query('query ($id: UUID!) { accessesToPerson(personId: $id) { items { action purpose } } }', { id });
  expect(JSON.stringify(trail.data)).toContain('"action":"WRITE","purpose":"restrict-beneficiary"');
  const other = await given.beneficiary(service);
  expect(await restrict(other, {}, personas.helperOfBordeaux)).toBeRefused('FORBIDDEN');
  expect(await restrict(other, {}, personas.managerOfLille)).toBeRefused('NOT_FOUND');
  expect(await restrict(other, { reason: ' ' })).toBeRefused('REASON_REQUIRED', 'input.reason');
  expect(await restrict(other, { expectedVersion: 9 })).toBeRefused('CHANGED_MEANWHILE');
});
