import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BeneficiaryRestricted, happened, ObjectionNoted, RestrictionLifted } from '#events';
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

const about = (beneficiaryId: string) => ({
  branch: 'BX',
  at: equipment.clock.now(),
  data: { beneficiaryId, occurredOn: '2026-11-26' },
});

it('sells nothing to a person whose record is set aside, and sells again once that is lifted', async () => {
  const articleId = await given.article(3);
  const beneficiaryId = await given.person();
  const basket = { lines: [{ articleId, quantity: 1 }], payments: [{ kind: 'CASH', cents: 500 }], beneficiaryId };
  const restricted = about(beneficiaryId);
  await equipment.deliver(
    happened(BeneficiaryRestricted, { ...restricted, data: { ...restricted.data, ground: 'RETENTION' } }),
  );
  const till = equipment.as(personas.helperOfBordeaux);
  expect(await till.command('makeSale', basket)).toBeRefused('BENEFICIARY_RESTRICTED', 'input.beneficiaryId');
  await equipment.deliver(happened(RestrictionLifted, about(beneficiaryId)));
  expect((await till.command('makeSale', basket)).errors).toBeUndefined();
});

it('counts a sale to a person who objected, without their classes', async () => {
  const articleId = await given.article(3);
  const beneficiaryId = await given.person();
  await equipment.deliver(happened(ObjectionNoted, about(beneficiaryId)));
  const basket = { lines: [{ articleId, quantity: 1 }], payments: [{ kind: 'CASH', cents: 500 }], beneficiaryId };
  const { id } = await given.sale(basket);
  const rows: unknown = await equipment.tables((tx) => tx.query('SELECT gender FROM sale WHERE id = $1', [id]));
  expect(rows).toEqual([{ gender: 'NOT_STATED' }]);
});
