import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BeneficiaryErased, happened } from '#events';
import { type Persona, personas, startForTest, type TestService } from '#testing';
import { given } from '../../../test/given.js';
import { BeneficiariesModule } from '../../beneficiaries.module.js';

let service: TestService;
beforeAll(async () => {
  service = await startForTest(BeneficiariesModule);
  await given.branches(service);
});
afterAll(() => service.stop());

const { managerOfBordeaux, managerOfLille } = personas;
const merge = (keptId: string, mergedId: string, who: Persona = managerOfBordeaux) =>
  service
    .as(who)
    .command(
      'mergeBeneficiaries',
      { keptId, mergedId, reason: 'même carte d’identité' },
      'id keptId mergedId undoneAt',
    );
const unmerge = (mergeId: string, who: Persona = managerOfBordeaux) =>
  service.as(who).command('unmergeBeneficiaries', { mergeId, reason: 'deux cousines' }, 'id undoneAt');
const idOf = (reply: { data?: unknown }, field = 'mergeBeneficiaries') =>
  (reply.data as Record<string, { id: string }>)[field]?.id ?? '';
const listed = async (text: string, who: Persona = managerOfBordeaux) =>
  (await service.as(who).query('query ($text: String!) { beneficiaries(text: $text) { items { id } } }', { text }))
    .data;

it('announces two records of two branches as one person, by ids alone and of no branch', async () => {
  const keptId = await given.beneficiary(service, { familyName: 'Réunie' });
  const mergedId = await given.beneficiary(service, { familyName: 'Réunie' }, managerOfLille);
  const reply = await merge(keptId, mergedId);
  expect(reply.data).toMatchObject({ mergeBeneficiaries: { keptId, mergedId, undoneAt: null } });
  expect((await service.published()).at(-1)).toEqual({
    type: 'beneficiaries.beneficiaries-merged',
    branch: null,
    data: { mergeId: idOf(reply), occurredOn: '2026-11-26', keptId, mergedId },
  });
  // Each branch sees its own work, under the record it knows.
  expect(await listed('reunie')).toEqual({ beneficiaries: { items: [{ id: keptId }] } });
  expect(await listed('reunie', managerOfLille)).toEqual({ beneficiaries: { items: [{ id: mergedId }] } });
  const shown = await service
    .as(managerOfLille)
    .query(
      'query ($id: UUID!) { beneficiary(id: $id) { merges { keptId keptBranch { code } } corrections { what } } }',
      {
        id: mergedId,
      },
    );
  expect(shown.data).toEqual({
    beneficiary: { merges: [{ keptId, keptBranch: { code: 'BX' } }], corrections: [{ what: 'MERGED' }] },
  });
});

it('shows one record of two in the same branch, and both again once they are parted, a year later as well', async () => {
  const keptId = await given.beneficiary(service, { familyName: 'Doublon', givenName: 'Ada' });
  const mergedId = await given.beneficiary(service, { familyName: 'Doublon', givenName: 'Adda' });
  const id = idOf(await merge(keptId, mergedId));
  expect(await listed('doublon')).toEqual({ beneficiaries: { items: [{ id: keptId }] } });
  // Pressed twice: the same merge, and nothing more is announced.
  const before = (await service.published()).length;
  expect(idOf(await merge(keptId, mergedId))).toBe(id);
  expect((await service.published()).length).toBe(before);
  const now = service.clock.now();
  service.clock.set(new Date(now.getTime() + 366 * 86_400_000));
  const undone = await unmerge(id);
  service.clock.set(now);
  expect(undone.data).toEqual({ unmergeBeneficiaries: { id, undoneAt: '2027-11-27T08:00:00.000Z' } });
  expect((await service.published()).at(-1)).toMatchObject({
    type: 'beneficiaries.beneficiaries-unmerged',
    data: { mergeId: id, occurredOn: '2027-11-27', keptId, mergedId },
  });
  expect(await listed('doublon')).toEqual({ beneficiaries: { items: [{ id: keptId }, { id: mergedId }] } });
  expect(await unmerge(id)).toBeRefused('MERGE_UNDONE', 'input.mergeId');
});

it('takes a chain by its kept records alone: no triangle, no circle, nobody merged into themselves', async () => {
  const [a, b, c] = [
    await given.beneficiary(service, { familyName: 'Chaine' }),
    await given.beneficiary(service, { familyName: 'Chaine' }),
    await given.beneficiary(service, { familyName: 'Chaine' }),
  ];
  expect(await merge(a, a)).toBeRefused('MERGE_WITH_ITSELF', 'input.mergedId');
  const first = idOf(await merge(a, b));
  expect(await merge(b, a)).toBeRefused('BENEFICIARY_MERGED', 'input.keptId');
  expect(await merge(c, b)).toBeRefused('BENEFICIARY_MERGED', 'input.mergedId');
  expect(await merge(b, c)).toBeRefused('BENEFICIARY_MERGED', 'input.keptId');
  expect((await merge(c, a)).errors).toBeUndefined();
  expect(await listed('chaine')).toEqual({ beneficiaries: { items: [{ id: c }] } });
  expect((await unmerge(first)).errors).toBeUndefined();
  expect(await merge(b, randomUUID())).toBeRefused('NOT_FOUND', 'input.mergedId');
});

it('lets one merge of two made at once through', async () => {
  const [a, b] = [await given.beneficiary(service), await given.beneficiary(service)];
  const replies = await Promise.all([merge(a, b), merge(b, a)]);
  expect(replies.filter((reply) => reply.errors === undefined)).toHaveLength(1);
});

it('keeps out whom nobody can recognise, who was taken back, and people of other branches alone', async () => {
  const mine = await given.beneficiary(service);
  expect(await merge(mine, await given.anonymous(service))).toBeRefused('MERGE_ANONYMOUS', 'input.mergedId');
  const gone = await given.beneficiary(service);
  await service.as(managerOfBordeaux).command('voidBeneficiary', { id: gone, reason: 'saisie deux fois' });
  expect(await merge(mine, gone)).toBeRefused('BENEFICIARY_VOIDED', 'input.mergedId');
  const [theirs, others] = [
    await given.beneficiary(service, {}, managerOfLille),
    await given.beneficiary(service, {}, managerOfLille),
  ];
  expect(await merge(theirs, others)).toBeRefused('NOT_FOUND', 'input.keptId');
  const theirMerge = idOf(await merge(theirs, others, managerOfLille));
  expect(await unmerge(theirMerge)).toBeRefused('NOT_FOUND', 'input.mergeId');
  expect(await merge(mine, theirs, personas.helperOfBordeaux)).toBeRefused('FORBIDDEN');
});

it('erases a person in every branch that knew them, after which nobody parts them any more', async () => {
  const keptId = await given.beneficiary(service, { familyName: 'Partout' });
  const mergedId = await given.beneficiary(service, { familyName: 'Partout' }, managerOfLille);
  const id = idOf(await merge(keptId, mergedId));
  const erase = { id: keptId, expectedVersion: 1, ground: 'ASKED_BY_PERSON', confirmation: 'effacer' };
  await service.as(managerOfBordeaux).command('eraseBeneficiary', erase);
  await service.deliver(
    happened(BeneficiaryErased, {
      branch: 'BX',
      at: service.clock.now(),
      data: { beneficiaryId: keptId, occurredOn: '2026-11-26', ground: 'ASKED_BY_PERSON' },
    }),
  );
  expect(await listed('partout', managerOfLille)).toEqual({ beneficiaries: { items: [] } });
  expect((await service.published()).at(-1)).toEqual({
    type: 'beneficiaries.beneficiary-erased',
    branch: 'LI',
    data: { beneficiaryId: mergedId, occurredOn: '2026-11-26', ground: 'ASKED_BY_PERSON' },
  });
  expect(await unmerge(id)).toBeRefused('BENEFICIARY_ERASED', 'input.mergeId');
});
