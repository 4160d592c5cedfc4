import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BeneficiariesMerged, BeneficiariesUnmerged, happened } from '#events';
import { personas, startForTest, type TestService } from '#testing';
import { givenIn } from '../../../test/given.js';
import { EquipmentModule } from '../../equipment.module.js';

let equipment: TestService;
let given: ReturnType<typeof givenIn>;
beforeAll(async () => {
  equipment = await startForTest(EquipmentModule);
  given = givenIn(equipment);
  await given.branches();
});
afterAll(() => equipment.stop());

const till = () => equipment.as(personas.helperOfBordeaux);

it('holds a person to one cap and shows all they bought, under whichever of their ids, until they are parted again', async () => {
  const topUp = await given.article(100, { cents: 100 });
  const [keptId, mergedId] = [await given.person(), await given.person()];
  const buy = (beneficiaryId: string, euros: number) =>
    till().command('makeSale', {
      lines: [{ articleId: topUp, quantity: euros }],
      payments: [{ kind: 'CASH', cents: euros * 100 }],
      beneficiaryId,
    });
  const bought = async (id: string) => {
    const { data } = await till().query(
      'query ($people: [_Any!]!) { _entities(representations: $people) { ... on Beneficiary { purchases { items { totalCents } } } } }',
      { people: [{ __typename: 'Beneficiary', id }] },
    );
    return (data?.['_entities'] as [{ purchases: { items: { totalCents: number }[] } }])[0].purchases.items;
  };
  await buy(keptId, 20);
  const merged = {
    branch: null,
    at: equipment.clock.now(),
    data: { mergeId: randomUUID(), occurredOn: '2026-11-26', keptId, mergedId },
  };
  await equipment.deliver(happened(BeneficiariesMerged, merged));
  expect(await buy(mergedId, 11)).toBeRefused('CAP_PASSED');
  expect((await buy(mergedId, 10)).errors).toBeUndefined();
  expect(await bought(keptId)).toEqual([{ totalCents: 1_000 }, { totalCents: 2_000 }]);
  await equipment.deliver(happened(BeneficiariesUnmerged, merged));
  expect(await bought(keptId)).toEqual([{ totalCents: 2_000 }]);
  expect((await buy(mergedId, 20)).errors).toBeUndefined();
});
